/**
 * The view of activity: for each day, in UTC, how many changes of which type and how many uses were
 * allowed, or refused and why; of a workspace, and of each key. Sums do not depend on the order of
 * records. Guesses that are on record as counted rows count as often as they happened.
 */
@NullMarked
package io.keyledger.query.activity;

import org.jspecify.annotations.NullMarked;
