/**
 * How an HTTP method and path find the route that says which permission they require. A path in any
 * but its plain form is not made plain but refused: gateway, backend and we would otherwise have to
 * agree on what it means.
 */
@NullMarked
package io.keyledger.shared.route;

import org.jspecify.annotations.NullMarked;
