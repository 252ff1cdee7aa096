package io.keyledger.command.access;

import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;
import io.keyledger.shared.id.NameKey;

import java.util.UUID;

/** Rows of {@code access.user_group} and of what a group carries. */
record UserGroupRows(Writes writes) {

    void write(UserGroupEvent event, long version, String workspace) {
        switch (event) {
            case UserGroupCreated created -> insert(created, version, workspace);
            case UserGroupDetailsChanged changed ->
                    writes.add(
                            "UPDATE access.user_group SET name = ?, name_key = ?, version = ?"
                                    + " WHERE id = ?",
                            changed.after().name(),
                            NameKey.of(changed.after().name()),
                            version,
                            changed.groupId());
            case RoleAssignedToGroup assigned -> {
                writes.add(
                        "INSERT INTO access.group_role (group_id, role_id) VALUES (?, ?)",
                        assigned.groupId(),
                        assigned.roleId());
                touch(assigned.groupId(), version);
            }
            case RoleUnassignedFromGroup unassigned -> {
                writes.add(
                        "DELETE FROM access.group_role WHERE group_id = ? AND role_id = ?",
                        unassigned.groupId(),
                        unassigned.roleId());
                touch(unassigned.groupId(), version);
            }
            case SecurityPolicyAttachedToGroup attached -> {
                writes.add(
                        "INSERT INTO access.group_policy (group_id, policy_id) VALUES (?, ?)",
                        attached.groupId(),
                        attached.policyId());
                touch(attached.groupId(), version);
            }
            case SecurityPolicyDetachedFromGroup detached -> {
                writes.add(
                        "DELETE FROM access.group_policy WHERE group_id = ? AND policy_id = ?",
                        detached.groupId(),
                        detached.policyId());
                touch(detached.groupId(), version);
            }
            case UserGroupDeleted deleted ->
                    writes.add("DELETE FROM access.user_group WHERE id = ?", deleted.groupId());
        }
    }

    private void insert(UserGroupCreated created, long version, String workspace) {
        writes.add(
                "INSERT INTO access.user_group"
                        + " (workspace, id, name, name_key, built_in, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                workspace,
                created.groupId(),
                created.name(),
                NameKey.of(created.name()),
                created.builtIn(),
                version);
    }

    private void touch(UUID group, long version) {
        writes.add("UPDATE access.user_group SET version = ? WHERE id = ?", version, group);
    }
}
