/**
 * The envelope of every stored record, what of it is hashed, and how.
 *
 * <p>A record's leaf is a fixed binary of its envelope with hashes of its metadata and content
 * ({@code docs/formats.md}); leaves form Merkle trees as in RFC 6962, section 2.1. Personal values
 * are not in a record: it holds a reference and a salted commitment.
 */
@NullMarked
package io.keyledger.shared.record;

import org.jspecify.annotations.NullMarked;
