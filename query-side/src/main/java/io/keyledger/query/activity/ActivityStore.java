package io.keyledger.query.activity;

import io.keyledger.query.activity.Counted.InWorkspace;
import io.keyledger.query.activity.Counted.OfKey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Adds a batch's counts, each table's in one statement. */
record ActivityStore(Connection connection, UnaryOperator<String> qualified) {

    static final String DAYS = "activity_day_v1";
    static final String KEYS = "activity_key_v1";

    private static final String ADD =
            """
            INSERT INTO %1$s AS known (%2$s, count)
            SELECT * FROM unnest(%3$s, ?::bigint[])
                ON CONFLICT (%2$s) DO UPDATE SET count = known.count + EXCLUDED.count""";

    void add(ActivityBatch batch) throws SQLException {
        addDays(batch.days());
        addKeys(batch.keys());
    }

    private void addDays(Map<InWorkspace, Long> counts) throws SQLException {
        String sql =
                ADD.formatted(
                        qualified.apply(DAYS),
                        "workspace, day, kind, detail",
                        "?::text[], ?::date[], ?::text[], ?::text[]");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            array(statement, 1, "text", counts, InWorkspace::workspace);
            array(statement, 2, "date", counts, InWorkspace::day);
            array(statement, 3, "text", counts, InWorkspace::kind);
            array(statement, 4, "text", counts, InWorkspace::detail);
            numbers(statement, 5, counts);
            statement.executeUpdate();
        }
    }

    private void addKeys(Map<OfKey, Long> counts) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        String sql =
                ADD.formatted(
                        qualified.apply(KEYS),
                        "key_id, day, reason, service_user_id, workspace",
                        "?::text[], ?::date[], ?::text[], ?::uuid[], ?::text[]");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            array(statement, 1, "text", counts, OfKey::keyId);
            array(statement, 2, "date", counts, OfKey::day);
            array(statement, 3, "text", counts, OfKey::reason);
            array(statement, 4, "uuid", counts, OfKey::serviceUserId);
            array(statement, 5, "text", counts, OfKey::workspace);
            numbers(statement, 6, counts);
            statement.executeUpdate();
        }
    }

    private <T extends Counted> void array(
            PreparedStatement statement,
            int index,
            String type,
            Map<T, Long> counts,
            Function<T, Object> part)
            throws SQLException {
        Object[] values = counts.keySet().stream().map(part).map(ActivityStore::sql).toArray();
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    private void numbers(PreparedStatement statement, int index, Map<?, Long> counts)
            throws SQLException {
        statement.setArray(index, connection.createArrayOf("bigint", counts.values().toArray()));
    }

    private static Object sql(Object value) {
        return value instanceof String ? value : value.toString();
    }
}
