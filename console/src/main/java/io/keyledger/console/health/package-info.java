/** How Keyledger is, for whoever operates it, with what to do where it is not well. */
@NullMarked
package io.keyledger.console.health;

import org.jspecify.annotations.NullMarked;
