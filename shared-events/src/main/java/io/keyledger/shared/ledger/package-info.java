/**
 * A stored record and its leaf: what of it the ledger's Merkle logs prove.
 *
 * <p>The leaf is a fixed binary of the envelope with hashes of metadata and content ({@code
 * docs/formats.md}). It is made from stored bytes alone, never from a decoded or upcast form.
 */
@NullMarked
package io.keyledger.shared.ledger;

import org.jspecify.annotations.NullMarked;
