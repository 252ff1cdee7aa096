package io.keyledger.access.quota;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The statement that leases, for any number of windows at once. */
final class Leasing {

    /** Rows are locked in one order, whoever leases; a limit that was lowered is not exceeded. */
    private static final String SQL =
            """
            INSERT INTO access.rate_quota AS q
                   (policy_id, service_user_id, per_seconds, window_start, uses, leased)
            SELECT w.policy, w.service_user, w.per_seconds, w.window_start, w.uses,
                   least(w.uses, w.wanted)
              FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                   AS w (policy, service_user, per_seconds, window_start, uses, wanted)
             ORDER BY 1, 2, 3, 4
            ON CONFLICT (policy_id, service_user_id, per_seconds, window_start) DO UPDATE
               SET uses = excluded.uses,
                   leased = least(greatest(excluded.uses, q.leased), q.leased + excluded.leased)
            RETURNING q.policy_id, q.service_user_id, new.per_seconds, new.window_start,
                      new.leased - coalesce(old.leased, 0)
            """;

    private Leasing() {}

    /** What a row is found by. */
    private record Window(UUID policy, UUID serviceUser, long perSeconds, long start) {

        static Window of(QuotaKey key) {
            return new Window(
                    key.policy(), key.serviceUser(), key.limit().perSeconds(), key.windowStart());
        }

        static Window read(ResultSet row) throws SQLException {
            return new Window(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getLong(4));
        }
    }

    /** What was leased of each; 0 of a window that has nothing left. */
    static Map<QuotaKey, Long> lease(Connection connection, Map<QuotaKey, Long> wanted)
            throws SQLException {
        List<QuotaKey> keys = List.copyOf(wanted.keySet());
        Map<Window, QuotaKey> byWindow = new HashMap<>();
        keys.forEach(key -> byWindow.put(Window.of(key), key));
        Map<QuotaKey, Long> leased = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(statement, keys, wanted);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    leased.put(requireNonNull(byWindow.get(Window.read(rows))), rows.getLong(5));
                }
            }
        }
        return leased;
    }

    private static void bind(
            PreparedStatement statement, List<QuotaKey> keys, Map<QuotaKey, Long> wanted)
            throws SQLException {
        List<Object> columns = new ArrayList<>();
        columns.add(array(statement, "uuid", keys, QuotaKey::policy));
        columns.add(array(statement, "uuid", keys, QuotaKey::serviceUser));
        columns.add(array(statement, "bigint", keys, key -> key.limit().perSeconds()));
        columns.add(array(statement, "bigint", keys, QuotaKey::windowStart));
        columns.add(array(statement, "bigint", keys, key -> key.limit().uses()));
        columns.add(array(statement, "bigint", keys, key -> wanted.getOrDefault(key, 0L)));
        for (int column = 0; column < columns.size(); column++) {
            statement.setObject(column + 1, columns.get(column));
        }
    }

    private static Object array(
            PreparedStatement statement,
            String type,
            List<QuotaKey> keys,
            Function<QuotaKey, Object> part)
            throws SQLException {
        return statement.getConnection().createArrayOf(type, keys.stream().map(part).toArray());
    }
}
