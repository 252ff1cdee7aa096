/**
 * Rebuilding views from the ledger without downtime. A rebuild fills tables of its own beside the
 * live ones, by the same code; at one position of both it compares their digests, and takes over in
 * one transaction. Every step is a transaction that any node can do, so that a node that dies in
 * the middle leaves nothing to repair. Only the views' own tables are touched, never the ledger.
 */
@NullMarked
package io.keyledger.query.replay;

import org.jspecify.annotations.NullMarked;
