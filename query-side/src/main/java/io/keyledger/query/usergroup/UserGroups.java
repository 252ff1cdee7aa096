package io.keyledger.query.usergroup;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds user groups. */
@Component
class UserGroups {

    private static final String SELECT =
            """
            SELECT g.*,
                   ARRAY(SELECT r.role_id FROM views.group_role_v1 r
                          WHERE r.group_id = g.id AND r.%1$s ORDER BY r.role_id) AS roles,
                   ARRAY(SELECT p.policy_id FROM views.group_policy_v1 p
                          WHERE p.group_id = g.id AND p.%1$s ORDER BY p.policy_id) AS policies,
                   (SELECT count(*) FROM views.service_user_group_v1 m
                     WHERE m.group_id = g.id AND m.%1$s) AS member_count
              FROM views.user_group_v1 g
             WHERE g.workspace = :ws AND g.%1$s AND %2$s
            """;

    private final JdbcClient jdbc;

    UserGroups(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    UserGroupView get(String workspace, String id) {
        return Filters.id(id)
                .flatMap(
                        uuid ->
                                jdbc.sql(SELECT.formatted(Reads.NOW, "g.id = :id"))
                                        .param("ws", workspace)
                                        .param("id", uuid)
                                        .query(UserGroups::read)
                                        .optional())
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-group",
                                        "there is no such user group in this workspace"));
    }

    Page<UserGroupView> list(String workspace, PageRequest request) {
        Conditions where =
                NameOrder.after(
                        request, "g.name_key", "g.id", new Conditions().set("ws", workspace));
        List<UserGroupView> rows =
                jdbc.sql(
                                SELECT.formatted(Reads.NOW, where.sql())
                                        + " ORDER BY g.name_key, g.id LIMIT :fetch")
                        .params(where.parameters())
                        .query(UserGroups::read)
                        .list();
        return NameOrder.page(rows, request, row -> NameOrder.Place.of(row.name(), row.id()));
    }

    private static UserGroupView read(ResultSet row, int number) throws SQLException {
        return new UserGroupView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                Columns.ids(row, "roles"),
                Columns.ids(row, "policies"),
                row.getBoolean("built_in"),
                row.getLong("member_count"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
