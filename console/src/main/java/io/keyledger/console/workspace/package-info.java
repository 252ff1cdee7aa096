/** Workspaces: which there are, and making new ones. */
@NullMarked
package io.keyledger.console.workspace;

import org.jspecify.annotations.NullMarked;
