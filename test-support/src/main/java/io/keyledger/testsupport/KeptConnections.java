package io.keyledger.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

import javax.sql.DataSource;

/**
 * Connections of one role that are lent again, with nothing left of whoever had them before: to
 * open one takes a processor 25 ms, more than nearly every query of a test.
 */
final class KeptConnections extends OtherDataSource implements AutoCloseable {

    private static final int MOST = 8;
    private static final int PATIENCE_SECONDS = 5;

    private final BlockingDeque<Connection> free = new LinkedBlockingDeque<>(MOST);

    KeptConnections(DataSource opened) {
        super(opened);
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (Connection kept = free.pollFirst(); kept != null; kept = free.pollFirst()) {
            if (kept.isValid(PATIENCE_SECONDS)) {
                return Loan.of(kept, this::takeBack);
            }
            kept.close();
        }
        return Loan.of(opened().getConnection(), this::takeBack);
    }

    /** Those that are lent end with the database. */
    @Override
    public void close() {
        for (Connection kept = free.pollFirst(); kept != null; kept = free.pollFirst()) {
            closeQuietly(kept);
        }
    }

    private void takeBack(Connection returned) {
        try {
            if (!returned.getAutoCommit()) {
                returned.rollback();
                returned.setAutoCommit(true);
            }
            returned.setReadOnly(false);
            returned.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = returned.createStatement()) {
                statement.execute("DISCARD ALL");
            }
        } catch (SQLException _) {
            closeQuietly(returned);
            return;
        }
        if (!free.offerFirst(returned)) {
            closeQuietly(returned);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // The server has ended it.
        }
    }
}
