/** Signing in with an API key, and what guards the session. */
@NullMarked
package io.keyledger.console.signin;

import org.jspecify.annotations.NullMarked;
