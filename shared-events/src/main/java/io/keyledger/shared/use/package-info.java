/**
 * Key uses as the journal holds them: one payload per batch and workspace, a CBOR (RFC 8949) array
 * of byte strings. The first holds the header (time of decision, snapshot, the versions decided on,
 * the personal values referred to), each further one a single use that points into the header. So
 * each use is provable by two paths under the record's leaf. {@code docs/formats.md} has the
 * fields.
 */
@NullMarked
package io.keyledger.shared.use;

import org.jspecify.annotations.NullMarked;
