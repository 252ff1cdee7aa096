/**
 * When a permission was last needed, by the last uses of whoever holds it: of a service user or of
 * a person, now or at a moment. What is not among the uses that were looked at is only called never
 * used when there are no others. See decision 0022.
 */
@NullMarked
package io.keyledger.console.needed;

import org.jspecify.annotations.NullMarked;
