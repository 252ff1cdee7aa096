/**
 * API keys of a service user as they are, each with its last use, or as they were at a moment.
 * Never a secret or its hash.
 */
@NullMarked
package io.keyledger.query.apikey;

import org.jspecify.annotations.NullMarked;
