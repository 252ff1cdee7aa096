/**
 * The HTTP server. Checks are answered by its own threads, which wait for nobody, and without
 * servlets ({@link io.keyledger.access.server.DirectHandler}); everything else runs as it is
 * written, on a virtual thread each. What the server refuses by itself is a problem like any other.
 * See decision 0030.
 */
@NullMarked
package io.keyledger.access.server;

import org.jspecify.annotations.NullMarked;
