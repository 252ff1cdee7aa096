/**
 * The uses of keys as the audit trail finds them: for each workspace and each 256 positions of the
 * ledger one row that says which keys were used there, from where, when, and how each use ended,
 * and nothing else that the journal says already. A page reads the rows that can hold what it is
 * asked for, and then exactly those records of the journal. See decisions 0023 and 0029.
 */
@NullMarked
package io.keyledger.query.usetrail;

import org.jspecify.annotations.NullMarked;
