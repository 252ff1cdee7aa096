/**
 * What a service user or a person may do, or could do at any past moment, and why. Permissions are
 * not stored per user: they are joined from what it had at a ledger position, by its groups and by
 * itself. What is reserved to workspace owners is dropped here as it is in every check, except for
 * people who have it by a role of a group.
 */
@NullMarked
package io.keyledger.query.permissions;

import org.jspecify.annotations.NullMarked;
