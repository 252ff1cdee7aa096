/**
 * What every HTTP API of Keyledger shares: a handler says by {@link
 * io.keyledger.access.web.Requires} which permission its caller must hold, the caller's key goes
 * through the gate, and every failure is answered as a problem (RFC 9457) that tells a stable code
 * and no internals. A handler without that annotation is not called.
 */
@NullMarked
package io.keyledger.access.web;

import org.jspecify.annotations.NullMarked;
