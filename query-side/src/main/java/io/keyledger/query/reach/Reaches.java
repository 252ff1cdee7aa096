package io.keyledger.query.reach;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Kind;
import io.keyledger.query.paging.CountView;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import javax.sql.DataSource;

/** Counts whom something reaches now. */
@Component
class Reaches {

    static final String GROUP =
            """
            SELECT l.service_user_id FROM views.service_user_group_v1 l
             WHERE l.group_id = :held AND {l}""";

    static final String POLICY =
            """
            SELECT l.service_user_id FROM views.service_user_policy_v1 l
             WHERE l.policy_id = :held AND {l}
            UNION
            SELECT l.service_user_id FROM views.group_policy_v1 g
              JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE g.policy_id = :held AND {g}""";

    /** Policies that only monitor grant nothing. */
    static final String ROLE =
            """
            WITH granting AS (
              SELECT p.policy_id FROM views.policy_grant_v1 p
                JOIN views.security_policy_v1 s ON s.id = p.policy_id AND s.state = 'enabled'
                 AND {s}
               WHERE p.role_id = :held AND {p})
            SELECT l.service_user_id FROM views.service_user_role_v1 l
             WHERE l.role_id = :held AND {l}
            UNION
            SELECT l.service_user_id FROM views.group_role_v1 g
              JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE g.role_id = :held AND {g}
            UNION
            SELECT l.service_user_id FROM granting p
              JOIN views.service_user_policy_v1 l ON l.policy_id = p.policy_id AND {l}
            UNION
            SELECT l.service_user_id FROM granting p
              JOIN views.group_policy_v1 g ON g.policy_id = p.policy_id AND {g}
              JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND {l}""";

    private static final String COUNT =
            """
            WITH reached AS MATERIALIZED (
              SELECT u.id FROM views.service_user_v1 u
               WHERE u.id IN (%s) AND {u} AND u.status = 'enabled'
                 AND coalesce(u.expires_at > {clock}, true)
               LIMIT :most)
            SELECT (SELECT count(*) FROM reached) AS users,
                   (SELECT count(*) FROM views.api_key_v1 k
                      JOIN reached r ON r.id = k.service_user_id
                     WHERE {k} AND k.status = 'enabled'
                       AND coalesce(k.expires_at > {clock}, true)) AS keys""";

    private final JdbcClient jdbc;
    private final Ever ever;

    Reaches(@Qualifier("queryDataSource") DataSource dataSource, Ever ever) {
        this.jdbc = JdbcClient.create(dataSource);
        this.ever = ever;
    }

    ReachView of(Kind kind, String holders, String workspace, String id) {
        return jdbc.sql(AsOf.NOW.in(COUNT.formatted(holders)))
                .param("held", ever.require(kind, workspace, id))
                .param("most", CountView.FETCHED)
                .query((row, _) -> ReachView.of(row.getLong("users"), row.getLong("keys")))
                .single();
    }
}
