/**
 * People's tokens: whether a bearer token is one that the configured OpenID Connect provider signed
 * for us, and which groups its claims mean. Keys and signatures are a library's work; nothing here
 * knows people or decides. Off while no issuer is configured. See decision 0024.
 */
@NullMarked
package io.keyledger.access.oidc;

import org.jspecify.annotations.NullMarked;
