/**
 * Roles: named sets of permissions. Built-in roles cannot be changed; a role that somebody has is
 * not deleted; nobody puts into a role what he does not hold, nor changes a role that he has
 * himself.
 */
@NullMarked
package io.keyledger.command.role;

import org.jspecify.annotations.NullMarked;
