package io.keyledger.query.merkle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Until the transaction ends, nobody else has a log grow, signs one, or starts an origin. */
final class MerkleLock {

    private static final String KEYS = "(hashtext('keyledger'), hashtext('merkle'))";

    private MerkleLock() {}

    static boolean tryTake(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_xact_lock" + KEYS)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock" + KEYS);
        }
    }
}
