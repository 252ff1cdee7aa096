package io.keyledger.command.grant;

import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Remembered;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.permission.PermissionSet;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads what the caller of a command holds now, in the command's transaction: between the check of
 * its key and the command its permissions may have gone.
 */
@Component
public class Grantors {

    private static final String HOLDINGS =
            """
            WITH groups AS (
                %s
            ), policies AS (
                %s
                UNION
                SELECT policy_id FROM access.group_policy JOIN groups USING (group_id)
            ), roles AS (
                %s
                UNION ALL
                SELECT role_id, true FROM access.group_role JOIN groups USING (group_id)
                UNION ALL
                SELECT role_id, resources IS NULL FROM access.policy_grant JOIN policies USING (policy_id)
                  JOIN access.security_policy p ON p.id = policy_id AND p.state = 'enabled'
            )
            SELECT ARRAY(SELECT DISTINCT unnest(permissions)
                           FROM access.role JOIN roles ON role.id = roles.role_id
                          WHERE everywhere) AS permissions,
                   ARRAY(SELECT group_id FROM groups) AS groups,
                   ARRAY(SELECT DISTINCT role_id FROM roles) AS roles,
                   ARRAY(SELECT policy_id FROM policies) AS policies
              FROM %s
            """;

    private static final String OF_SERVICE_USER =
            HOLDINGS.formatted(
                    "SELECT group_id FROM access.service_user_group WHERE service_user_id = :id",
                    "SELECT policy_id FROM access.service_user_policy WHERE service_user_id = :id",
                    "SELECT role_id, true AS everywhere FROM access.service_user_role"
                            + " WHERE service_user_id = :id",
                    "access.service_user WHERE id = :id AND workspace IN (:workspace, 'system')"
                            + " AND status = 'enabled'"
                            + " AND (expires_at IS NULL OR expires_at > clock_timestamp())");

    /** People have groups alone: those of the workspace and those of {@code system}. */
    private static final String OF_PERSON =
            HOLDINGS.formatted(
                    "SELECT group_id FROM access.person_group"
                            + " WHERE person_id = :id AND workspace IN (:workspace, 'system')",
                    "SELECT NULL::uuid AS policy_id WHERE false",
                    "SELECT NULL::uuid AS role_id, true AS everywhere WHERE false",
                    "access.person WHERE id = :id AND status = 'enabled'");

    private final JdbcClient jdbc;

    Grantors(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The caller as a grantor, if it holds what the command requires. */
    public Grantor of(CallerInfo caller, GuardedCommand command, String workspace) {
        return switch (caller.actor().kind()) {
            case SYSTEM -> Grantor.system();
            case SERVICE_USER -> holding(OF_SERVICE_USER, caller, command, workspace);
            case PERSON -> holding(OF_PERSON, caller, command, workspace);
        };
    }

    private Grantor holding(
            String holdings, CallerInfo caller, GuardedCommand command, String workspace) {
        UUID id = Objects.requireNonNull(caller.actorId(), "only Keyledger itself has no id");
        Grantor grantor =
                Remembered.<List<Object>, Grantor>of("grantors")
                        .computeIfAbsent(
                                List.of(id, workspace), _ -> read(holdings, id, workspace));
        grantor.mustHold(command.requiredPermission());
        return grantor;
    }

    private Grantor read(String holdings, UUID id, String workspace) {
        return jdbc.sql(holdings)
                .param("id", id)
                .param("workspace", workspace)
                .query(
                        (row, _) ->
                                new Grantor(
                                        id,
                                        PermissionSet.of(
                                                AccessFacts.texts(row.getArray("permissions"))),
                                        AccessFacts.ids(row.getArray("groups")),
                                        AccessFacts.ids(row.getArray("roles")),
                                        AccessFacts.ids(row.getArray("policies"))))
                .optional()
                .orElseThrow(
                        () ->
                                new Rejected(
                                        RejectionCode.PERMISSION_DENIED,
                                        "the caller may not act here any more"));
    }
}
