/**
 * Carries out one batch of checks: everything is decided on what stands in the snapshot of one
 * transaction, which records the uses; answered after the commit. A batch that follows another
 * closely is decided first, and its transaction is one statement that writes nothing if anything
 * has changed; any other has its snapshot first, which the cache is brought to. Whatever fails
 * before the commit fails all of the batch, and nothing of it was allowed.
 */
@NullMarked
package io.keyledger.access.batch;

import org.jspecify.annotations.NullMarked;
