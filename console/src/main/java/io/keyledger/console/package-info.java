/**
 * The web console at {@code /console}: pages of HTML over the HTTP API, which it calls with the key
 * of whoever has signed in. It knows nothing of the server but that API.
 */
@NullMarked
package io.keyledger.console;

import org.jspecify.annotations.NullMarked;
