/**
 * Every failure of the HTTP APIs, answered as a problem (RFC 9457) with a stable code and no
 * internals: those of handlers, of Spring, of the container, and of requests that reach neither.
 */
@NullMarked
package io.keyledger.access.problem;

import org.jspecify.annotations.NullMarked;
