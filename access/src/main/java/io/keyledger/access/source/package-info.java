/**
 * Where a request came from: address, user agent and the caller's own request id, made fit for
 * keeping. Addresses are canonical, texts are bounded and hold no control characters, so that
 * nothing a stranger sends can spoil the record of others.
 */
@NullMarked
package io.keyledger.access.source;

import org.jspecify.annotations.NullMarked;
