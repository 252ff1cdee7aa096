/**
 * The gate every key goes through: concurrent checks are gathered into batches, each closed before
 * its snapshot is taken, so that each decision is of a moment between its question and its answer.
 * What waits is bounded; what cannot be recorded is never allowed.
 */
@NullMarked
package io.keyledger.access.gate;

import org.jspecify.annotations.NullMarked;
