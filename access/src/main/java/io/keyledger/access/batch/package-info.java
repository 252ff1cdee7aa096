/**
 * Carries out one batch of checks: one transaction and one snapshot, in which the cache is brought
 * up to date, everything is decided, and the uses are recorded; answered after the commit. Whatever
 * fails before that fails all of the batch, and nothing of it was allowed.
 */
@NullMarked
package io.keyledger.access.batch;

import org.jspecify.annotations.NullMarked;
