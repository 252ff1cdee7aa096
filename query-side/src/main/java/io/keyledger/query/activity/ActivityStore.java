package io.keyledger.query.activity;

import io.keyledger.query.history.Column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Adds a batch's counts of whole workspaces, in one statement. */
record ActivityStore(Connection connection, String table) {

    static final String DAYS = "activity_day_v1";

    private static final List<Column<Map.Entry<Counted, Long>>> KEY =
            List.of(
                    of("workspace", "text", Counted::workspace),
                    of("day", "date", Counted::day),
                    of("kind", "text", Counted::kind),
                    of("detail", "text", Counted::detail));
    private static final List<Column<Map.Entry<Counted, Long>>> ALL =
            Stream.concat(
                            KEY.stream(),
                            Stream.of(
                                    new Column<Map.Entry<Counted, Long>>(
                                            "count", "bigint", Map.Entry::getValue)))
                    .toList();

    private static final String ADD =
            """
            INSERT INTO %1$s AS known (%2$s, count) SELECT * FROM %3$s
                ON CONFLICT (%2$s) DO UPDATE SET count = known.count + EXCLUDED.count""";

    void add(SortedMap<Counted, Long> counts) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        String sql = ADD.formatted(table, Column.names(KEY), Column.rows(ALL));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, ALL, counts.entrySet());
            statement.executeUpdate();
        }
    }

    private static Column<Map.Entry<Counted, Long>> of(
            String name, String type, Function<Counted, Object> part) {
        return new Column<>(name, type, count -> part.apply(count.getKey()));
    }
}
