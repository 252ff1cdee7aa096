/**
 * Who calls the HTTP APIs: a handler says by {@link io.keyledger.access.web.Requires} which
 * permission its caller must hold, and the caller's key goes through the gate. A handler without
 * that annotation is not called.
 */
@NullMarked
package io.keyledger.access.web;

import org.jspecify.annotations.NullMarked;
