package io.keyledger.query.api;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.NamedRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds APIs. */
@Component
class Apis {

    private static final String SELECT =
            """
            SELECT {version:a}, a.*, (SELECT count(*) FROM views.api_route_v1 r
                          WHERE r.api_id = a.id AND {r}) AS route_count
              FROM views.api_v1 a
            """;

    private final NamedRows<ApiView> rows;

    Apis(@Qualifier("queryDataSource") DataSource dataSource) {
        this.rows =
                new NamedRows<>(
                        JdbcClient.create(dataSource),
                        SELECT,
                        new NameOrder("a", "name_key"),
                        Apis::read,
                        row -> NameOrder.Place.of(row.workspace(), row.name(), row.id()));
    }

    ApiView get(String workspace, String id, AsOf state) {
        return rows.find(workspace, id, state).orElseThrow(() -> Kind.API.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<ApiView> list(@Nullable String workspace, PageRequest request, AsOf state) {
        return rows.list(workspace, request, state);
    }

    private static ApiView read(ResultSet row, int number) throws SQLException {
        return new ApiView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("workspace"),
                row.getString("description"),
                Columns.texts(row, "hosts"),
                row.getLong("route_count"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
