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

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** Rows of {@code access.user_group} and of what a group carries. */
record UserGroupRows(JdbcClient jdbc) {

    void write(UserGroupEvent event, long version, String workspace) {
        switch (event) {
            case UserGroupCreated created -> insert(created, version, workspace);
            case UserGroupDetailsChanged changed ->
                    jdbc.sql(
                                    "UPDATE access.user_group SET name = ?, name_key = ?, version = ?"
                                            + " WHERE id = ?")
                            .params(
                                    changed.after().name(),
                                    NameKey.of(changed.after().name()),
                                    version,
                                    changed.groupId())
                            .update();
            case RoleAssignedToGroup assigned -> {
                jdbc.sql("INSERT INTO access.group_role (group_id, role_id) VALUES (?, ?)")
                        .params(assigned.groupId(), assigned.roleId())
                        .update();
                touch(assigned.groupId(), version);
            }
            case RoleUnassignedFromGroup unassigned -> {
                jdbc.sql("DELETE FROM access.group_role WHERE group_id = ? AND role_id = ?")
                        .params(unassigned.groupId(), unassigned.roleId())
                        .update();
                touch(unassigned.groupId(), version);
            }
            case SecurityPolicyAttachedToGroup attached -> {
                jdbc.sql("INSERT INTO access.group_policy (group_id, policy_id) VALUES (?, ?)")
                        .params(attached.groupId(), attached.policyId())
                        .update();
                touch(attached.groupId(), version);
            }
            case SecurityPolicyDetachedFromGroup detached -> {
                jdbc.sql("DELETE FROM access.group_policy WHERE group_id = ? AND policy_id = ?")
                        .params(detached.groupId(), detached.policyId())
                        .update();
                touch(detached.groupId(), version);
            }
            case UserGroupDeleted deleted ->
                    jdbc.sql("DELETE FROM access.user_group WHERE id = ?")
                            .params(deleted.groupId())
                            .update();
        }
    }

    private void insert(UserGroupCreated created, long version, String workspace) {
        jdbc.sql(
                        "INSERT INTO access.user_group"
                                + " (workspace, id, name, name_key, built_in, version)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        workspace,
                        created.groupId(),
                        created.name(),
                        NameKey.of(created.name()),
                        created.builtIn(),
                        version)
                .update();
    }

    private void touch(UUID group, long version) {
        jdbc.sql("UPDATE access.user_group SET version = ? WHERE id = ?")
                .params(version, group)
                .update();
    }
}
