package io.keyledger.query.api;

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

/** Finds APIs. */
@Component
class Apis {

    private static final String SELECT =
            """
            SELECT a.*, (SELECT count(*) FROM views.api_route_v1 r
                          WHERE r.api_id = a.id AND r.%1$s) AS route_count
              FROM views.api_v1 a WHERE a.workspace = :ws AND a.%1$s AND %2$s
            """;

    private final JdbcClient jdbc;

    Apis(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    ApiView get(String workspace, String id) {
        return Filters.id(id)
                .flatMap(
                        uuid ->
                                jdbc.sql(SELECT.formatted(Reads.NOW, "a.id = :id"))
                                        .param("ws", workspace)
                                        .param("id", uuid)
                                        .query(Apis::read)
                                        .optional())
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-api",
                                        "there is no such API in this workspace"));
    }

    Page<ApiView> list(String workspace, PageRequest request) {
        Conditions where =
                NameOrder.after(
                        request, "a.name_key", "a.id", new Conditions().set("ws", workspace));
        List<ApiView> rows =
                jdbc.sql(
                                SELECT.formatted(Reads.NOW, where.sql())
                                        + " ORDER BY a.name_key, a.id LIMIT :fetch")
                        .params(where.parameters())
                        .query(Apis::read)
                        .list();
        return NameOrder.page(rows, request, row -> NameOrder.Place.of(row.name(), row.id()));
    }

    private static ApiView read(ResultSet row, int number) throws SQLException {
        return new ApiView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                Columns.texts(row, "hosts"),
                row.getLong("route_count"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
