/**
 * What is in a workspace by name, for choosing from and for telling what an id stands for. What a
 * visitor may not see is not asked for: its parts say so, and what would come by it is not told.
 */
@NullMarked
package io.keyledger.console.directory;

import org.jspecify.annotations.NullMarked;
