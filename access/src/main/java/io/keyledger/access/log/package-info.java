/** Keeps what libraries would log of a request as it came, keys included, out of every log. */
@NullMarked
package io.keyledger.access.log;

import org.jspecify.annotations.NullMarked;
