/**
 * What auditors take away: signed checkpoints of a workspace's Merkle log, proofs that an entry is
 * in it and that it was only appended to, and the log itself as tiles. Nothing is given out that
 * does not verify; nothing of another workspace is in any of it.
 */
@NullMarked
package io.keyledger.query.proof;

import org.jspecify.annotations.NullMarked;
