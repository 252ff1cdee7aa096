/**
 * Query parameters that a handler does not know are refused by name, for all handlers of the query
 * side at once: a mistyped filter must not pass for no filter. What a known parameter's value may
 * be is its handler's concern.
 */
@NullMarked
package io.keyledger.query.parameter;

import org.jspecify.annotations.NullMarked;
