/**
 * The ledger: one permanent order of all records and of each workspace's own. The sequencer takes
 * what was committed and gives it position, time and leaf in one transaction, once; nothing of it
 * changes afterwards.
 */
@NullMarked
package io.keyledger.query.ledger;

import org.jspecify.annotations.NullMarked;
