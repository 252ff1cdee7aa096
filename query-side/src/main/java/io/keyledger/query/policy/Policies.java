package io.keyledger.query.policy;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.policy.PolicyView.Grant;
import io.keyledger.shared.event.PolicyJson;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds security policies. */
@Component
class Policies {

    private static final String SELECT =
            """
            SELECT p.*, p.guards::text AS guards_text,
                   ARRAY(SELECT g.role_id FROM views.policy_grant_v1 g
                          WHERE g.policy_id = p.id AND g.%1$s ORDER BY g.place) AS granted,
                   ARRAY(SELECT g.resources::text FROM views.policy_grant_v1 g
                          WHERE g.policy_id = p.id AND g.%1$s ORDER BY g.place) AS scopes
              FROM views.security_policy_v1 p
             WHERE p.workspace = :ws AND p.%1$s AND %2$s
            """;
    private static final String GROUPS =
            """
            SELECT g.id, g.name FROM views.group_policy_v1 l
              JOIN views.user_group_v1 g ON g.id = l.group_id AND g.%1$s
             WHERE l.policy_id = :policy AND l.%1$s
             ORDER BY g.name_key, g.id
            """;

    private final JdbcClient jdbc;

    Policies(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    PolicyView get(String workspace, String id) {
        return Filters.id(id)
                .flatMap(
                        uuid ->
                                jdbc.sql(SELECT.formatted(Reads.NOW, "p.id = :id"))
                                        .param("ws", workspace)
                                        .param("id", uuid)
                                        .query(Policies::read)
                                        .optional())
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-policy",
                                        "there is no such security policy in this workspace"));
    }

    Page<PolicyView> list(String workspace, PageRequest request) {
        Conditions where =
                NameOrder.after(
                        request, "p.name_key", "p.id", new Conditions().set("ws", workspace));
        List<PolicyView> rows =
                jdbc.sql(
                                SELECT.formatted(Reads.NOW, where.sql())
                                        + " ORDER BY p.name_key, p.id LIMIT :fetch")
                        .params(where.parameters())
                        .query(Policies::read)
                        .list();
        return NameOrder.page(rows, request, row -> NameOrder.Place.of(row.name(), row.id()));
    }

    /** User groups that it is attached to. */
    List<Named> groupsWith(UUID policy) {
        return jdbc.sql(GROUPS.formatted(Reads.NOW))
                .param("policy", policy)
                .query(
                        (row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static PolicyView read(ResultSet row, int number) throws SQLException {
        return new PolicyView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("state"),
                grants(row),
                PolicyJson.guards(row.getString("guards_text")),
                row.getBoolean("built_in"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    private static List<Grant> grants(ResultSet row) throws SQLException {
        List<UUID> roles = Columns.ids(row, "granted");
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < scopes.length; i++) {
            String scope = scopes[i];
            grants.add(new Grant(roles.get(i), scope == null ? null : PolicyJson.scope(scope)));
        }
        return grants;
    }
}
