package io.keyledger.command.grant;

import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.permission.PermissionSet;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
                SELECT group_id FROM access.service_user_group WHERE service_user_id = :id
            ), roles AS (
                SELECT role_id FROM access.service_user_role WHERE service_user_id = :id
                UNION
                SELECT role_id FROM access.group_role JOIN groups USING (group_id)
            )
            SELECT ARRAY(SELECT DISTINCT unnest(permissions)
                           FROM access.role JOIN roles ON role.id = roles.role_id) AS permissions,
                   ARRAY(SELECT group_id FROM groups) AS groups,
                   ARRAY(SELECT role_id FROM roles) AS roles
              FROM access.service_user
             WHERE id = :id AND workspace IN (:workspace, 'system') AND status = 'enabled'
               AND (expires_at IS NULL OR expires_at > clock_timestamp())
            """;

    private final JdbcClient jdbc;

    Grantors(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The caller as a grantor, if it holds what the command requires. */
    public Grantor of(CallerInfo caller, GuardedCommand command, String workspace) {
        UUID id = caller.serviceUserId();
        if (id == null) {
            return Grantor.system();
        }
        Grantor grantor =
                jdbc.sql(HOLDINGS)
                        .param("id", id)
                        .param("workspace", workspace)
                        .query(
                                (row, _) ->
                                        new Grantor(
                                                id,
                                                PermissionSet.of(
                                                        AccessFacts.texts(
                                                                row.getArray("permissions"))),
                                                AccessFacts.ids(row.getArray("groups")),
                                                AccessFacts.ids(row.getArray("roles"))))
                        .optional()
                        .orElseThrow(
                                () ->
                                        new Rejected(
                                                RejectionCode.PERMISSION_DENIED,
                                                "the caller may not act here any more"));
        grantor.mustHold(command.requiredPermission());
        return grantor;
    }
}
