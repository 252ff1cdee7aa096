/** The command side: what may be changed, by whom, and what is then so. */
@NullMarked
package io.keyledger.command;

import org.jspecify.annotations.NullMarked;
