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
 * service users.
 */
@Component
public class LastAdministrator {

    private static final String SOME_ADMINISTRATOR =
            """
            WITH holding AS (
                SELECT service_user_id, role_id FROM access.service_user_role
                UNION
                SELECT service_user_id, role_id FROM access.service_user_group JOIN access.group_role USING (group_id)
            )
            SELECT EXISTS (
                SELECT FROM access.service_user u
                 WHERE u.workspace = :workspace AND u.status = 'enabled'
                   AND (u.expires_at IS NULL OR u.expires_at > clock_timestamp())
                   AND EXISTS (SELECT FROM access.api_key k
                                WHERE k.service_user_id = u.id AND k.status = 'enabled'
                                  AND (k.expires_at IS NULL OR k.expires_at > clock_timestamp()))
                   AND EXISTS (SELECT FROM holding h JOIN access.role r ON r.id = h.role_id
                                WHERE h.service_user_id = u.id
                                  AND r.permissions && ARRAY['permissions:delegate', 'permissions:*', '*:delegate', '*:*'])
                   AND EXISTS (SELECT FROM holding h JOIN access.role r ON r.id = h.role_id
                                WHERE h.service_user_id = u.id
                                  AND r.permissions && ARRAY['service-users:manage', 'service-users:*', '*:manage', '*:*']))
            """;

    private final JdbcClient jdbc;

    LastAdministrator(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses the unit of work, once its rows are written, if it leaves a workspace that had an
     * administrator without one. Call it behind the exclusive lock and after the events were
     * applied.
     */
    public void mustStay(String workspace, boolean hadOne) {
        if (hadOne) {
            CurrentUnitOfWork.get().onPrepareCommit(_ -> refuseIfGone(workspace));
        }
    }

    public boolean isThere(String workspace) {
        return jdbc.sql(SOME_ADMINISTRATOR)
                .param("workspace", workspace)
                .query(Boolean.class)
                .single();
    }

    private void refuseIfGone(String workspace) {
        if (!isThere(workspace)) {
            throw new Rejected(
                    RejectionCode.LAST_ADMINISTRATOR,
                    "the last administrator of workspace " + workspace + " stays");
        }
    }
}
