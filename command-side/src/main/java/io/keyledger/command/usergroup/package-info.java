/**
 * User groups: named sets of roles and security policies that service users have by being members.
 * Of built-in groups only the membership changes; a group with members is not deleted; the owners'
 * role is in no group but the owners'.
 */
@NullMarked
package io.keyledger.command.usergroup;

import org.jspecify.annotations.NullMarked;
