/**
 * History tables: rows that are valid from one ledger position (inclusive) to another (exclusive).
 * A batch of ledger entries loads the rows that are open, changes them in memory, and writes what
 * became of them in JDBC batches. What such a table holds is its owner's business.
 */
@NullMarked
package io.keyledger.query.history;

import org.jspecify.annotations.NullMarked;
