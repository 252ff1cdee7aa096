package io.keyledger.query.api;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds routes. */
@Component
class Routes {

    /** Of how many parts a route's place is in a cursor. */
    static final int PARTS = 4;

    private static final String SELECT =
            """
            SELECT r.*, a.name AS api_name, a.version AS api_version, a.updated_at AS api_updated
              FROM views.api_route_v1 r
              JOIN views.api_v1 a ON a.id = r.api_id AND a.%1$s
             WHERE r.%1$s AND %2$s
            """;

    private final JdbcClient jdbc;

    Routes(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    RouteView get(String workspace, String id) {
        return Filters.id(id)
                .flatMap(
                        uuid ->
                                jdbc.sql(
                                                SELECT.formatted(
                                                        Reads.NOW,
                                                        "r.workspace = :ws AND r.id = :id"))
                                        .param("ws", workspace)
                                        .param("id", uuid)
                                        .query(Routes::read)
                                        .optional())
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-route",
                                        "there is no such route in this workspace"));
    }

    /** Of a workspace, or of all. */
    Page<RouteView> list(@Nullable String workspace, RouteFilter filter, PageRequest request) {
        Conditions where =
                new Conditions()
                        .set("fetch", request.fetch())
                        .and("r.workspace = :ws", "ws", workspace);
        filter.addTo(where);
        if (!request.isFirst()) {
            where.and(
                            "(r.workspace, r.path, r.method, r.id)"
                                    + " > (:afterWorkspace, :path, :byMethod, :id::uuid)",
                            "afterWorkspace",
                            request.after().get(0))
                    .set("path", request.after().get(1))
                    .set("byMethod", request.after().get(2))
                    .set("id", request.after().get(3));
        }
        List<RouteView> rows =
                jdbc.sql(
                                SELECT.formatted(Reads.NOW, where.sql())
                                        + " ORDER BY r.workspace, r.path, r.method, r.id LIMIT :fetch")
                        .params(where.parameters())
                        .query(Routes::read)
                        .list();
        return Page.of(
                rows,
                request,
                row ->
                        new String[] {
                            row.workspace(), row.path(), row.method(), row.id().toString()
                        });
    }

    private static RouteView read(ResultSet row, int number) throws SQLException {
        String permission = row.getString("permission");
        return new RouteView(
                row.getObject("id", UUID.class),
                row.getString("workspace"),
                new Named(row.getObject("api_id", UUID.class), row.getString("api_name")),
                row.getString("method"),
                row.getString("path"),
                permission,
                permission == null,
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getLong("api_version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "api_updated"));
    }
}
