/**
 * A workspace's signed log: its checkpoint, proofs to take away, and a check of any that is
 * brought.
 */
@NullMarked
package io.keyledger.console.integrity;

import org.jspecify.annotations.NullMarked;
