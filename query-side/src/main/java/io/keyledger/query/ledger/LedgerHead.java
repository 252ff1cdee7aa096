package io.keyledger.query.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The end of the ledger. Whoever holds its lock is the only one to append. */
record LedgerHead(long position, Instant ledgeredAt) {

    // Later than the head's time even when the database's clock was set back.
    private static final String ADVANCE =
            """
            UPDATE ledger.head
               SET position = position + ?,
                   ledgered_at = greatest(ledgered_at + interval '1 microsecond', clock_timestamp())
            RETURNING position, ledgered_at
            """;

    static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM ledger.head FOR UPDATE")) {
            statement.execute();
        }
    }

    /** The head after so many more entries, at the time they get. */
    static LedgerHead advance(Connection connection, int entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setInt(1, entries);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new LedgerHead(row.getLong(1), RecordRow.time(row, "ledgered_at"));
            }
        }
    }
}
