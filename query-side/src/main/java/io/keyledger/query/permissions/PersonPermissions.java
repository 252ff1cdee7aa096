package io.keyledger.query.permissions;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * What people may do now, by the groups they have in each workspace: from the access tables, which
 * checks decide by, without what is granted for some resources only.
 */
@Component
class PersonPermissions {

    private static final String SQL =
            """
            WITH groups AS (
                SELECT workspace, group_id FROM access.person_group WHERE person_id = :id
            ), roles AS (
                SELECT workspace, role_id FROM groups JOIN access.group_role USING (group_id)
                UNION
                SELECT groups.workspace, g.role_id
                  FROM groups JOIN access.group_policy p USING (group_id)
                  JOIN access.security_policy s ON s.id = p.policy_id AND s.state = 'enabled'
                  JOIN access.policy_grant g ON g.policy_id = s.id AND g.resources IS NULL
            )
            SELECT groups.workspace, held.permission
              FROM (SELECT DISTINCT workspace FROM groups) groups
              LEFT JOIN LATERAL (
                SELECT DISTINCT unnest(r.permissions) COLLATE "C" AS permission
                  FROM roles JOIN access.role r ON r.id = roles.role_id
                 WHERE roles.workspace = groups.workspace) held ON true
             ORDER BY 1, 2
            """;

    private final JdbcClient jdbc;

    PersonPermissions(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** By workspace; one in which the person's groups hold nothing is there with nothing. */
    SortedMap<String, List<String>> of(UUID person) {
        SortedMap<String, List<String>> held = new TreeMap<>();
        jdbc.sql(SQL)
                .param("id", person)
                .query(
                        row -> {
                            List<String> there =
                                    held.computeIfAbsent(
                                            row.getString("workspace"), _ -> new ArrayList<>());
                            String permission = row.getString("permission");
                            if (permission != null) {
                                there.add(permission);
                            }
                        });
        return held;
    }
}
