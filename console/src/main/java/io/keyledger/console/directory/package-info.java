/** What is in a workspace by name, for choosing from and for telling what an id stands for. */
@NullMarked
package io.keyledger.console.directory;

import org.jspecify.annotations.NullMarked;
