package io.keyledger.access.quota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Deletes what was leased in windows that have been over for a minute. */
public final class QuotaPruner {

    private static final String SQL =
            """
            DELETE FROM access.rate_quota
             WHERE window_start + per_seconds < extract(epoch FROM clock_timestamp())::bigint - 60
            """;

    private final DataSource dataSource;

    public QuotaPruner(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Answers how many windows there were. */
    public long prune() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            return statement.executeUpdate();
        }
    }
}
