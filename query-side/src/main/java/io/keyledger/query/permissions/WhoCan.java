package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.current.GrantingPatterns;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds the service users that hold a permission at a position; roles that grant come first. */
@Component
class WhoCan {

    private static final String USERS =
            """
            SELECT u.id, u.workspace, u.username FROM views.service_user_v1 u
             WHERE u.status = 'enabled' AND %1$s
               AND coalesce(u.expires_at > :at, true) AND %2$s
             ORDER BY %3$s LIMIT :fetch
            """;
    private static final String HOLD =
            """
            u.id IN (
              WITH granting AS MATERIALIZED (
                SELECT r.id FROM views.role_v1 r
                 WHERE %5$s AND %1$s AND r.permissions && :patterns::text[]),
              attached AS (
                SELECT l.service_user_id, l.policy_id FROM views.service_user_policy_v1 l
                 WHERE %6$s AND %2$s
                UNION ALL
                SELECT l.service_user_id, g.policy_id FROM views.service_user_group_v1 l
                  JOIN views.group_policy_v1 g ON g.group_id = l.group_id AND %3$s
                 WHERE %6$s AND %2$s)
              SELECT l.service_user_id FROM views.service_user_role_v1 l
                JOIN granting ON granting.id = l.role_id WHERE %2$s
              UNION
              SELECT l.service_user_id FROM views.group_role_v1 g
                JOIN granting ON granting.id = g.role_id
                JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND %2$s
               WHERE %3$s
              UNION
              SELECT a.service_user_id FROM attached a
                JOIN views.security_policy_v1 s
                  ON s.id = a.policy_id AND s.state = 'enabled' AND %4$s
                JOIN views.policy_grant_v1 g ON g.policy_id = s.id AND %3$s
                JOIN granting ON granting.id = g.role_id)
            """;

    private final JdbcClient jdbc;

    WhoCan(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Among whom is looked.
     *
     * @param workspace null for all
     * @param serviceUser this one alone, unless null
     * @param person this one alone, unless null
     */
    record Among(@Nullable String workspace, @Nullable UUID serviceUser, @Nullable UUID person) {

        Among in(String oneWorkspace) {
            return new Among(oneWorkspace, serviceUser, person);
        }

        boolean serviceUsers() {
            return person == null;
        }

        boolean people() {
            return serviceUser == null;
        }
    }

    /**
     * Who holds the permission, or every service user that is enabled if none is needed: those
     * behind the request's cursor, one more than it asks for.
     */
    List<Can> of(
            Among among,
            @Nullable Permission permission,
            ViewsAt.Moment moment,
            PageRequest request) {
        Conditions where =
                CanOrder.serviceUsersAfter(request, among.workspace(), new Conditions())
                        .and("u.id = :serviceUser", "serviceUser", among.serviceUser())
                        .set("at", Columns.atUtc(moment.at()))
                        .set("position", moment.position());
        if (permission != null) {
            where.and(holdIn(among.workspace()), "patterns", GrantingPatterns.of(permission));
        }
        return jdbc.sql(
                        USERS.formatted(
                                Reads.at("u"), where.sql(), CanOrder.SERVICE_USERS.columns()))
                .params(where.parameters())
                .query(
                        (row, _) ->
                                Can.serviceUser(
                                        row.getObject("id", UUID.class),
                                        row.getString("workspace"),
                                        row.getString("username")))
                .list();
    }

    private static String holdIn(@Nullable String workspace) {
        return HOLD.formatted(
                Reads.at("r"),
                Reads.at("l"),
                Reads.at("g"),
                Reads.at("s"),
                workspace == null ? "TRUE" : "r.workspace = :ws",
                workspace == null ? "TRUE" : "l.workspace = :ws");
    }
}
