/**
 * The resources of the HTTP API, one interface each, with the bodies they take and give. Every
 * method throws {@link io.keyledger.client.KeyledgerProblem} for an answer that is an error.
 */
@NullMarked
package io.keyledger.client.api;

import org.jspecify.annotations.NullMarked;
