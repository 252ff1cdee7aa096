/**
 * Signing in with an API key or at the company's OpenID Connect provider, and what guards the
 * session. Keys and tokens are in the server's memory alone; a session ends with what it was begun
 * with.
 */
@NullMarked
package io.keyledger.console.signin;

import org.jspecify.annotations.NullMarked;
