/**
 * Proofs that can be checked offline, and without trusting whoever gave them: signed checkpoints of
 * a Merkle log (C2SP signed-note, tlog-checkpoint), proofs that an entry is in it (C2SP tlog-proof)
 * and that it was only appended to (RFC 9162, section 2.1). Whatever is not exactly as these
 * formats say is refused; {@code docs/formats.md} has what is ours in them.
 */
@NullMarked
package io.keyledger.shared.proof;

import org.jspecify.annotations.NullMarked;
