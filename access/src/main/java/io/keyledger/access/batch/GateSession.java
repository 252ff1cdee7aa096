package io.keyledger.access.batch;

import io.keyledger.access.journal.JournalInsert;
import io.keyledger.access.journal.UnchangedInsert;
import io.keyledger.access.state.AccessReader;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

/** The gate's own connection with its statements prepared. */
final class GateSession implements AutoCloseable {

    /** Generic plans must not guess that a delta is a third of its table, nor compile anything. */
    private static final String SETTINGS =
            "SET enable_seqscan = off; SET jit = off; SET plan_cache_mode = force_generic_plan";

    private final Connection connection;
    private final AccessReader reader;
    private final JournalInsert insert;
    private final UnchangedInsert unchanged;

    private GateSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.reader = new AccessReader(connection);
        this.insert = new JournalInsert(connection);
        this.unchanged = new UnchangedInsert(connection);
    }

    static GateSession open(DataSource dataSource, Duration networkTimeout) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, (int) networkTimeout.toMillis());
            try (Statement statement = connection.createStatement()) {
                statement.execute(SETTINGS);
            }
            return new GateSession(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    AccessReader reader() {
        return reader;
    }

    JournalInsert journal() {
        return insert;
    }

    UnchangedInsert unchanged() {
        return unchanged;
    }

    /** The connection with each statement a transaction of its own. */
    Connection untied() throws SQLException {
        connection.setAutoCommit(true);
        return connection;
    }

    void begin() throws SQLException {
        connection.clearWarnings();
        connection.setAutoCommit(false);
    }

    /** Commits; a commit that warns (its wait for a standby was cancelled) counts as failed. */
    void commit() throws SQLException {
        connection.commit();
        if (connection.getWarnings() != null) {
            throw new SQLException("the commit was not acknowledged by all it waits for");
        }
    }

    /** Ends the connection at once, whatever state it is in; a pool does not get it back. */
    void discard() {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException _) {
            // It was broken, which is why it is discarded.
        }
    }

    @Override
    public void close() {
        try {
            untied().close();
        } catch (SQLException _) {
            discard();
        }
    }
}
