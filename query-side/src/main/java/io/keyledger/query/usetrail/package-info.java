/**
 * The uses of keys as the audit trail finds them: for each workspace and each 256 positions of the
 * ledger one row that says which keys were used there and how each use ended, and nothing that the
 * journal says already. A page reads the rows that can hold what it is asked for, and then exactly
 * those records of the journal. See decision 0023.
 */
@NullMarked
package io.keyledger.query.usetrail;

import org.jspecify.annotations.NullMarked;
