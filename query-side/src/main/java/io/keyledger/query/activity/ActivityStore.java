package io.keyledger.query.activity;

import io.keyledger.query.activity.Counted.InWorkspace;
import io.keyledger.query.activity.Counted.OfKey;
import io.keyledger.query.history.Column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Adds a batch's counts, each table's in one statement. */
record ActivityStore(Connection connection, UnaryOperator<String> qualified) {

    static final String DAYS = "activity_day_v1";
    static final String KEYS = "activity_key_v1";

    private static final List<Column<Map.Entry<InWorkspace, Long>>> DAY_COLUMNS =
            List.of(
                    of("workspace", "text", InWorkspace::workspace),
                    of("day", "date", InWorkspace::day),
                    of("kind", "text", InWorkspace::kind),
                    of("detail", "text", InWorkspace::detail));

    private static final List<Column<Map.Entry<OfKey, Long>>> KEY_COLUMNS =
            List.of(
                    of("key_id", "text", OfKey::keyId),
                    of("day", "date", OfKey::day),
                    of("reason", "text", OfKey::reason),
                    of("service_user_id", "uuid", OfKey::serviceUserId),
                    of("workspace", "text", OfKey::workspace));

    private static final String ADD =
            """
            INSERT INTO %1$s AS known (%2$s, count) SELECT * FROM %3$s
                ON CONFLICT (%2$s) DO UPDATE SET count = known.count + EXCLUDED.count""";

    void add(ActivityBatch batch) throws SQLException {
        add(DAYS, DAY_COLUMNS, batch.days());
        add(KEYS, KEY_COLUMNS, batch.keys());
    }

    private <T> void add(String table, List<Column<Map.Entry<T, Long>>> key, Map<T, Long> counts)
            throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        Column<Map.Entry<T, Long>> count = new Column<>("count", "bigint", Map.Entry::getValue);
        List<Column<Map.Entry<T, Long>>> all =
                Stream.concat(key.stream(), Stream.of(count)).toList();
        String sql = ADD.formatted(qualified.apply(table), Column.names(key), Column.rows(all));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, all, counts.entrySet());
            statement.executeUpdate();
        }
    }

    private static <T> Column<Map.Entry<T, Long>> of(
            String name, String type, Function<T, Object> part) {
        return new Column<>(name, type, count -> part.apply(count.getKey()));
    }
}
