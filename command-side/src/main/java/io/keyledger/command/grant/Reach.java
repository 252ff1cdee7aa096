package io.keyledger.command.grant;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/**
 * All that those hold whom a policy or a group reaches: what a guard kept them from, and what they
 * could do with fewer of them.
 */
@Component
public class Reach {

    private static final String REACHED_BY_POLICY =
            """
            SELECT service_user_id FROM access.service_user_policy WHERE policy_id = :id
            UNION
            SELECT service_user_id FROM access.group_policy JOIN access.service_user_group USING (group_id)
             WHERE policy_id = :id
            """;
    private static final String MEMBERS =
            "SELECT service_user_id FROM access.service_user_group WHERE group_id = :id";
    private static final String PERMISSIONS =
            """
            WITH users AS (%s), groups AS (
                SELECT DISTINCT group_id FROM access.service_user_group JOIN users USING (service_user_id)
            ), policies AS (
                SELECT policy_id FROM access.service_user_policy JOIN users USING (service_user_id)
                UNION
                SELECT policy_id FROM access.group_policy JOIN groups USING (group_id)
            ), roles AS (
                SELECT role_id FROM access.service_user_role JOIN users USING (service_user_id)
                UNION
                SELECT role_id FROM access.group_role JOIN groups USING (group_id)
                UNION
                SELECT role_id FROM access.policy_grant JOIN policies USING (policy_id)
                  JOIN access.security_policy p ON p.id = policy_id AND p.state = 'enabled'
            )
            SELECT DISTINCT unnest(permissions) FROM access.role JOIN roles ON id = role_id
            """;

    private final JdbcClient jdbc;

    Reach(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What all those hold whom a policy reaches, by itself or by a group. */
    public List<String> ofPolicy(UUID policy) {
        return permissions(REACHED_BY_POLICY, policy);
    }

    /** What all members of a group hold, by whatever way. */
    public List<String> ofGroup(UUID group) {
        return permissions(MEMBERS, group);
    }

    private List<String> permissions(String users, UUID id) {
        return jdbc.sql(PERMISSIONS.formatted(users))
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
