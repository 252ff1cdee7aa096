/**
 * The view of uses of routes: for each route when a request was last let through by it, and from
 * where, as far as checks were asked by method and path. What was refused is no use of a route, as
 * nobody misses it once the route is gone. Of two uses the later one counts, so the order of
 * records does not matter. See decision 0033.
 */
@NullMarked
package io.keyledger.query.routeuse;

import org.jspecify.annotations.NullMarked;
