package io.keyledger.query.api;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Named;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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
            SELECT {version:a}, r.*, a.name AS api_name
              FROM views.api_route_v1 r
              JOIN views.api_v1 a ON a.id = r.api_id AND {a}
            """;

    private final JdbcClient jdbc;

    Routes(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    RouteView get(String workspace, String id, AsOf state) {
        return Filters.id(id)
                .flatMap(
                        uuid -> {
                            Conditions where =
                                    valid(state)
                                            .and("r.workspace = :ws", "ws", workspace)
                                            .and("r.id = :id", "id", uuid);
                            return query(where, "", state).optional();
                        })
                .orElseThrow(() -> Kind.API_ROUTE.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<RouteView> list(
            @Nullable String workspace, RouteFilter filter, PageRequest request, AsOf state) {
        Conditions where =
                valid(state)
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
        String ordered = " ORDER BY r.workspace, r.path, r.method, r.id LIMIT :fetch";
        List<RouteView> rows = query(where, ordered, state).list();
        return Page.of(
                rows,
                request,
                row ->
                        new String[] {
                            row.workspace(), row.path(), row.method(), row.id().toString()
                        });
    }

    private static Conditions valid(AsOf state) {
        return state.bind(new Conditions().and(state.valid("r")));
    }

    private JdbcClient.MappedQuerySpec<RouteView> query(Conditions where, String end, AsOf state) {
        return jdbc.sql(state.in(SELECT) + " WHERE " + where.sql() + end)
                .params(where.parameters())
                .query(Routes::read);
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
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
