package io.keyledger.command.grant;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last administrator of a workspace stays. An administrator is an enabled, unexpired service
 * user of the workspace with a key that can be used, who may delegate permissions and manage
 * service users, whatever the resource. One whom a guard may refuse is not sure to get in: the last
 * sure one stays as well.
 */
@Component
public class LastAdministrator {

    /**
     * Who has one of these permissions whatever the resource: from the few roles, not the many
     * users.
     */
    private static final String HOLDERS =
            """
            SELECT h.service_user_id
              FROM access.role r
             CROSS JOIN LATERAL (
                SELECT service_user_id FROM access.service_user_role WHERE role_id = r.id
                UNION ALL
                SELECT service_user_id
                  FROM access.group_role JOIN access.service_user_group USING (group_id)
                 WHERE role_id = r.id
                UNION ALL
                SELECT reached.service_user_id
                  FROM access.policy_grant g
                  JOIN access.security_policy p ON p.id = g.policy_id AND p.state = 'enabled'
                 CROSS JOIN LATERAL (
                    SELECT service_user_id FROM access.service_user_policy WHERE policy_id = p.id
                    UNION ALL
                    SELECT service_user_id
                      FROM access.group_policy JOIN access.service_user_group USING (group_id)
                     WHERE policy_id = p.id) reached
                 WHERE g.role_id = r.id AND g.resources IS NULL) h
             WHERE r.workspace = :workspace AND r.permissions && ARRAY[%s]
            """;

    private static final String STANDING =
            """
            WITH administrator AS NOT MATERIALIZED (
                SELECT EXISTS (SELECT FROM (
                            SELECT policy_id FROM access.service_user_policy WHERE service_user_id = u.id
                            UNION ALL
                            SELECT policy_id
                              FROM access.service_user_group JOIN access.group_policy USING (group_id)
                             WHERE service_user_id = u.id) reaching
                          JOIN access.security_policy p ON p.id = policy_id AND p.state = 'enabled'
                         WHERE EXISTS (SELECT FROM jsonb_each(p.guards)
                                        WHERE value NOT IN ('null'::jsonb, '[]'::jsonb))) AS guarded
                  FROM access.service_user u
                 WHERE u.workspace = :workspace AND u.status = 'enabled'
                   AND (u.expires_at IS NULL OR u.expires_at > clock_timestamp())
                   AND EXISTS (SELECT FROM access.api_key k
                                WHERE k.service_user_id = u.id AND k.status = 'enabled'
                                  AND (k.expires_at IS NULL OR k.expires_at > clock_timestamp()))
                   AND u.id IN (%s)
                   AND u.id IN (%s)
            )
            SELECT CASE WHEN EXISTS (SELECT FROM administrator WHERE NOT guarded) THEN 'SURE'
                        WHEN EXISTS (SELECT FROM administrator) THEN 'GUARDED'
                        ELSE 'NONE' END
            """
                    .formatted(
                            HOLDERS.formatted(
                                    "'permissions:delegate', 'permissions:*', '*:delegate', '*:*'"),
                            HOLDERS.formatted(
                                    "'service-users:manage', 'service-users:*', '*:manage', '*:*'"));

    /** What administrators a workspace has, from the worst to the best. */
    public enum Standing {
        NONE,
        /** Only such as guards may refuse. */
        GUARDED,
        /** At least one whom no guard can refuse. */
        SURE
    }

    private final JdbcClient jdbc;

    LastAdministrator(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses the unit of work, once its rows are written, if it leaves a workspace worse off than
     * it was. Call it behind the exclusive lock and after the events were applied.
     */
    public void mustStay(String workspace, Standing before) {
        if (before != Standing.NONE) {
            CurrentUnitOfWork.get().onPrepareCommit(_ -> refuseIfGone(workspace, before));
        }
    }

    public Standing standing(String workspace) {
        return jdbc.sql(STANDING)
                .param("workspace", workspace)
                .query((row, _) -> Standing.valueOf(row.getString(1)))
                .single();
    }

    private void refuseIfGone(String workspace, Standing before) {
        if (standing(workspace).compareTo(before) < 0) {
            throw new Rejected(
                    RejectionCode.LAST_ADMINISTRATOR,
                    before == Standing.SURE
                            ? "the last administrator of workspace %s whom no guard can refuse stays"
                                    .formatted(workspace)
                            : "the last administrator of workspace " + workspace + " stays");
        }
    }
}
