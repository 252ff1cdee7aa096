/**
 * Workspaces, which isolate everything else, and the roles, groups and policies that every one of
 * them is born with. Slugs are never reused; {@code system} is there from the first start.
 */
@NullMarked
package io.keyledger.command.workspace;

import org.jspecify.annotations.NullMarked;
