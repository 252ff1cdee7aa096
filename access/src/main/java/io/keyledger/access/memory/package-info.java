/** How much a node remembers of what it could read again. */
@NullMarked
package io.keyledger.access.memory;

import org.jspecify.annotations.NullMarked;
