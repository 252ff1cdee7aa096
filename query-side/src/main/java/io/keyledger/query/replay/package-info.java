/**
 * Rebuilding views from the ledger without downtime. A rebuild fills tables of its own beside the
 * live ones, by the same code; at one position of both it compares their digests, and takes over in
 * one transaction. Every step is a transaction that any node can do, so that a node that dies in
 * the middle leaves nothing to repair. Only the views' own tables are touched, never the ledger. A
 * reader that wants several statements to see one snapshot locks the tables in ACCESS SHARE mode
 * before its first query, else tables that took over meanwhile may lack their latest rows for it.
 */
@NullMarked
package io.keyledger.query.replay;

import org.jspecify.annotations.NullMarked;
