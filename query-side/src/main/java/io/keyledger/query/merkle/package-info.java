/**
 * Each workspace's Merkle log (RFC 9162) as it grows from the ledger's leaves, and the checkpoints
 * that are signed of it. It has a loop of its own, which never holds up the sequencer. What was
 * signed last is also kept in a folder outside the database: when a log does not go on from there,
 * nothing more is signed until an operator starts a new origin, on record (decision 27).
 */
@NullMarked
package io.keyledger.query.merkle;

import org.jspecify.annotations.NullMarked;
