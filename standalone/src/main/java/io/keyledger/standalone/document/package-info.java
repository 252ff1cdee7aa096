/**
 * The OpenAPI document of the whole API, as far as the handlers do not say it themselves: what
 * values look like, an example of every body, the headers of commands and reads, and the refusals.
 * A word means the same everywhere, so {@code vocabulary.json} describes each property once, by its
 * name. Changes nothing about how requests are answered.
 */
@NullMarked
package io.keyledger.standalone.document;

import org.jspecify.annotations.NullMarked;
