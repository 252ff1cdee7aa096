/** Which workspaces there are, as far as the caller may see them: those in {@code system} all. */
@NullMarked
package io.keyledger.query.workspace;

import org.jspecify.annotations.NullMarked;
