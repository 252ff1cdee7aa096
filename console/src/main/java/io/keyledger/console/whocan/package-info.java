/** Who can do something: now, or at a time. */
@NullMarked
package io.keyledger.console.whocan;

import org.jspecify.annotations.NullMarked;
