package io.keyledger.access.batch;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * The connection that rate limits are leased on, opened when the first is met. Leases must not wait
 * for a batch's snapshot, nor be undone with it.
 */
final class QuotaSessions implements AutoCloseable {

    /** The batch's own commit makes the lease durable, which stands before it in the log. */
    private static final String SETTINGS = "SET synchronous_commit = off";

    private final DataSource dataSource;
    private final Duration networkTimeout;
    private @Nullable Connection connection;

    QuotaSessions(DataSource dataSource, Duration networkTimeout) {
        this.dataSource = dataSource;
        this.networkTimeout = networkTimeout;
    }

    Connection current() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            open.setAutoCommit(true);
            open.setNetworkTimeout(Runnable::run, (int) networkTimeout.toMillis());
            try (Statement statement = open.createStatement()) {
                statement.execute(SETTINGS);
            }
        }
        return open;
    }

    void discard() {
        Connection discarded = connection;
        connection = null;
        if (discarded != null) {
            try {
                discarded.abort(Runnable::run);
                discarded.close();
            } catch (SQLException _) {
                // It was broken, which is why it is discarded.
            }
        }
    }

    @Override
    public void close() {
        discard();
    }
}
