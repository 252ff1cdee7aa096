package io.keyledger.access.quota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks at what was leased, and leases nothing. */
public final class Leased {

    private static final String SQL =
            """
            SELECT leased FROM access.rate_quota
             WHERE policy_id = ? AND service_user_id = ? AND per_seconds = ? AND window_start = ?
            """;

    private Leased() {}

    /** How many uses of the window nodes have taken for themselves; each may not be used yet. */
    public static long of(Connection connection, QuotaKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, key.policy());
            statement.setObject(2, key.serviceUser());
            statement.setLong(3, key.limit().perSeconds());
            statement.setLong(4, key.windowStart());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
