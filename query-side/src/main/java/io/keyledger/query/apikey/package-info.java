/**
 * API keys of a service user as they are now, each with its last use. Never a secret or its hash.
 */
@NullMarked
package io.keyledger.query.apikey;

import org.jspecify.annotations.NullMarked;
