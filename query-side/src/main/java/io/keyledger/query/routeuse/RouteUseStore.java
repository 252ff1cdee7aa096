package io.keyledger.query.routeuse;

import io.keyledger.query.history.Column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Keeps the latest use of each route, those of a batch in one statement. */
record RouteUseStore(Connection connection, String table) {

    static final String TABLE = "route_use_v1";

    private static final List<Column<RouteUse>> COLUMNS =
            List.of(
                    new Column<>("route_id", "uuid", RouteUse::route),
                    new Column<>("api_id", "uuid", RouteUse::api),
                    new Column<>("workspace", "text", RouteUse::workspace),
                    new Column<>("used_at", "timestamptz", RouteUse::at),
                    new Column<>("entry", "bigint", RouteUse::entry),
                    new Column<>("address", "bigint", RouteUse::address));

    private static final String PUT =
            """
            INSERT INTO %1$s AS known (%2$s) SELECT * FROM %3$s
                ON CONFLICT (route_id) DO UPDATE
               SET used_at = EXCLUDED.used_at, entry = EXCLUDED.entry, address = EXCLUDED.address
             WHERE (EXCLUDED.used_at, EXCLUDED.entry) > (known.used_at, known.entry)""";

    void put(Collection<RouteUse> latest) throws SQLException {
        if (latest.isEmpty()) {
            return;
        }
        String sql = PUT.formatted(table, Column.names(COLUMNS), Column.rows(COLUMNS));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, COLUMNS, latest);
            statement.executeUpdate();
        }
    }
}
