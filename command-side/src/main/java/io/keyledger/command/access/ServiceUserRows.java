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

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Rows of {@code access.service_user} and of what it is assigned. Every event moves its version.
 */
record ServiceUserRows(Writes writes) {

    private static final Statement CREATE =
            new Statement(
                    """
                    INSERT INTO access.service_user
                           (workspace, id, username, username_key, expires_at, version, status)
                    SELECT *, 'enabled'
                      FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                    """,
                    "text",
                    "uuid",
                    "text",
                    "text",
                    "timestamptz",
                    "bigint");
    private static final Statement ASSIGN_GROUP =
            new Statement(
                    "INSERT INTO access.service_user_group (service_user_id, group_id)"
                            + " SELECT * FROM unnest(?::uuid[], ?::uuid[])",
                    "uuid",
                    "uuid");
    private static final Statement MOVE =
            new Statement(
                    """
                    UPDATE access.service_user u SET version = moved.version
                      FROM (SELECT id, max(version) AS version
                              FROM unnest(?::uuid[], ?::bigint[]) AS v (id, version) GROUP BY id) moved
                     WHERE u.id = moved.id
                    """,
                    "uuid",
                    "bigint");

    void write(ServiceUserEvent event, long version, String workspace) {
        UUID id = event.serviceUserId();
        switch (event) {
            case ServiceUserCreated created -> {
                insert(id, created.details(), workspace, version);
                return;
            }
            case ServiceUserDetailsChanged changed -> details(id, changed.after());
            case GroupAssigned assigned -> writes.add(ASSIGN_GROUP, id, assigned.groupId());
            case GroupUnassigned unassigned ->
                    writes.add(
                            "DELETE FROM access.service_user_group WHERE service_user_id = ? AND group_id = ?",
                            id,
                            unassigned.groupId());
            case RoleAssigned assigned ->
                    writes.add(
                            "INSERT INTO access.service_user_role (service_user_id, role_id) VALUES (?, ?)",
                            id,
                            assigned.roleId());
            case RoleUnassigned unassigned ->
                    writes.add(
                            "DELETE FROM access.service_user_role WHERE service_user_id = ? AND role_id = ?",
                            id,
                            unassigned.roleId());
            case SecurityPolicyAttached attached ->
                    writes.add(
                            "INSERT INTO access.service_user_policy (service_user_id, policy_id) VALUES (?, ?)",
                            id,
                            attached.policyId());
            case SecurityPolicyDetached detached ->
                    writes.add(
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
        writes.add(MOVE, id, version);
    }

    private void insert(UUID id, ServiceUserDetails details, String workspace, long version) {
        writes.add(
                CREATE,
                workspace,
                id,
                details.username(),
                NameKey.of(details.username()),
                timestamp(details.expiresAt()),
                version);
    }

    private void details(UUID id, ServiceUserDetails details) {
        writes.add(
                "UPDATE access.service_user SET username = ?, username_key = ?, expires_at = ?"
                        + " WHERE id = ?",
                details.username(),
                NameKey.of(details.username()),
                timestamp(details.expiresAt()),
                id);
    }

    private void delete(UUID id) {
        writes.add("DELETE FROM access.service_user_group WHERE service_user_id = ?", id);
        writes.add("DELETE FROM access.service_user_role WHERE service_user_id = ?", id);
        writes.add("DELETE FROM access.service_user_policy WHERE service_user_id = ?", id);
        writes.add("UPDATE access.api_key SET status = 'deleted' WHERE service_user_id = ?", id);
        status(id, "deleted");
    }

    private void status(UUID id, String status) {
        writes.add("UPDATE access.service_user SET status = ? WHERE id = ?", status, id);
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
