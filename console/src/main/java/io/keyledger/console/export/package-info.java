/**
 * Tables to take away. They are written in the background by the right of whoever asked, into a
 * file without a name, and are his alone: they go when his session ends, or after a while. How much
 * there may be at once is bounded for each person and in all. Decision record 0034.
 */
@NullMarked
package io.keyledger.console.export;

import org.jspecify.annotations.NullMarked;
