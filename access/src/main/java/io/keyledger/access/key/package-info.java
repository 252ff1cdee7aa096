/**
 * API keys as text and as what is kept of them. A key's text carries a checksum, so that a typing
 * error is told without a look-up; of its secret only an HMAC under a server-side pepper is kept.
 * Nothing here prints a secret.
 */
@NullMarked
package io.keyledger.access.key;

import org.jspecify.annotations.NullMarked;
