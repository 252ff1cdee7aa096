/**
 * Looks up personal values that records refer to. One that was erased is known, but has no text.
 */
@NullMarked
package io.keyledger.query.personal;

import org.jspecify.annotations.NullMarked;
