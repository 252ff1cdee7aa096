/**
 * Whether a node can do its work now, and what keeps it from it, by name. Nobody who asks, however
 * often, makes the database work more than once a second, and nobody waits long for an answer.
 */
@NullMarked
package io.keyledger.access.health;

import org.jspecify.annotations.NullMarked;
