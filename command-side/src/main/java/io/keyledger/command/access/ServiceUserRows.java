package io.keyledger.command.access;

import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyEnabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyRenamed;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.SecretRegenerated;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyDetached;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDetailsChanged;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserEnabled;
import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Rows of {@code access.service_user} and of what it is assigned. Every event moves its version.
 */
record ServiceUserRows(JdbcClient jdbc) {

    void write(ServiceUserEvent event, long version, String workspace) {
        UUID id = event.serviceUserId();
        switch (event) {
            case ServiceUserCreated created -> {
                insert(id, created.details(), workspace, version);
                return;
            }
            case ServiceUserDetailsChanged changed -> details(id, changed.after());
            case GroupAssigned assigned ->
                    run(
                            "INSERT INTO access.service_user_group (service_user_id, group_id) VALUES (?, ?)",
                            id,
                            assigned.groupId());
            case GroupUnassigned unassigned ->
                    run(
                            "DELETE FROM access.service_user_group WHERE service_user_id = ? AND group_id = ?",
                            id,
                            unassigned.groupId());
            case RoleAssigned assigned ->
                    run(
                            "INSERT INTO access.service_user_role (service_user_id, role_id) VALUES (?, ?)",
                            id,
                            assigned.roleId());
            case RoleUnassigned unassigned ->
                    run(
                            "DELETE FROM access.service_user_role WHERE service_user_id = ? AND role_id = ?",
                            id,
                            unassigned.roleId());
            case SecurityPolicyAttached attached ->
                    run(
                            "INSERT INTO access.service_user_policy (service_user_id, policy_id) VALUES (?, ?)",
                            id,
                            attached.policyId());
            case SecurityPolicyDetached detached ->
                    run(
                            "DELETE FROM access.service_user_policy WHERE service_user_id = ? AND policy_id = ?",
                            id,
                            detached.policyId());
            case ServiceUserDisabled _ -> status(id, "disabled");
            case ServiceUserEnabled _ -> status(id, "enabled");
            case ServiceUserDeleted _ -> delete(id);
            case ApiKeyGenerated _,
                    SecretRegenerated _,
                    ApiKeyRenamed _,
                    ApiKeyDisabled _,
                    ApiKeyEnabled _,
                    ApiKeyDeleted _ -> {}
        }
        run("UPDATE access.service_user SET version = ? WHERE id = ?", version, id);
    }

    private void insert(UUID id, ServiceUserDetails details, String workspace, long version) {
        jdbc.sql(
                        "INSERT INTO access.service_user"
                                + " (workspace, id, username, username_key, status, expires_at, version)"
                                + " VALUES (:workspace, :id, :username, :key, 'enabled', :expiresAt, :version)")
                .param("workspace", workspace)
                .param("version", version)
                .param("id", id)
                .param("username", details.username())
                .param("key", NameKey.of(details.username()))
                .param("expiresAt", timestamp(details.expiresAt()))
                .update();
    }

    private void details(UUID id, ServiceUserDetails details) {
        jdbc.sql(
                        "UPDATE access.service_user"
                                + " SET username = :username, username_key = :key, expires_at = :expiresAt"
                                + " WHERE id = :id")
                .param("id", id)
                .param("username", details.username())
                .param("key", NameKey.of(details.username()))
                .param("expiresAt", timestamp(details.expiresAt()))
                .update();
    }

    private void delete(UUID id) {
        run("DELETE FROM access.service_user_group WHERE service_user_id = ?", id);
        run("DELETE FROM access.service_user_role WHERE service_user_id = ?", id);
        run("DELETE FROM access.service_user_policy WHERE service_user_id = ?", id);
        run("UPDATE access.api_key SET status = 'deleted' WHERE service_user_id = ?", id);
        status(id, "deleted");
    }

    private void status(UUID id, String status) {
        run("UPDATE access.service_user SET status = ? WHERE id = ?", status, id);
    }

    private void run(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
