/** What all pages have in common: the frame around them, who looks at them, and errors. */
@NullMarked
package io.keyledger.console.page;

import org.jspecify.annotations.NullMarked;
