package io.keyledger.query.role;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.shared.id.NameKey;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds roles. */
@Component
class Roles {

    private static final String SELECT =
            "SELECT * FROM views.role_v1 WHERE workspace = :ws AND " + Reads.NOW;

    private final JdbcClient jdbc;

    Roles(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    RoleView get(String workspace, String id) {
        return Filters.id(id)
                .flatMap(
                        uuid ->
                                jdbc.sql(SELECT + " AND id = :id")
                                        .param("ws", workspace)
                                        .param("id", uuid)
                                        .query(Roles::read)
                                        .optional())
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-role",
                                        "there is no such role in this workspace"));
    }

    Page<RoleView> list(String workspace, PageRequest request) {
        Conditions where = new Conditions().set("ws", workspace).set("fetch", request.fetch());
        if (!request.isFirst()) {
            where.and("(name_key, id) > (:key, :id::uuid)", "key", request.after().get(0))
                    .set("id", request.after().get(1));
        }
        List<RoleView> rows =
                jdbc.sql(SELECT + " AND " + where.sql() + " ORDER BY name_key, id LIMIT :fetch")
                        .params(where.parameters())
                        .query(Roles::read)
                        .list();
        return Page.of(
                rows, request, row -> new String[] {NameKey.of(row.name()), row.id().toString()});
    }

    /** User groups that carry the role. */
    List<Named> groupsWith(UUID role) {
        return jdbc.sql(
                        """
                        SELECT g.id, g.name FROM views.group_role_v1 l
                          JOIN views.user_group_v1 g ON g.id = l.group_id AND g.%s
                         WHERE l.role_id = :role AND l.%s
                         ORDER BY g.name_key, g.id
                        """
                                .formatted(Reads.NOW, Reads.NOW))
                .param("role", role)
                .query(
                        (row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static RoleView read(ResultSet row, int number) throws SQLException {
        return new RoleView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                Columns.texts(row, "permissions"),
                row.getBoolean("built_in"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
