package io.keyledger.query.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What was committed and has no place in the ledger yet, by global index. */
final class PendingRecords {

    private static final String READ =
            "SELECT p.global_index, "
                    + RecordRow.COLUMNS
                    + """
                       FROM (SELECT global_index FROM store.ledger_pending
                              ORDER BY global_index LIMIT ?) p
                       LEFT JOIN LATERAL (SELECT * FROM store.record r
                                           WHERE r.global_index = p.global_index OFFSET 0) r ON true
                      ORDER BY p.global_index
                    """;

    private PendingRecords() {}

    /** Without a lock: what is committed at this moment. */
    static boolean any(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT EXISTS (SELECT FROM store.ledger_pending)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static List<PendingRecord> read(Connection connection, int limit) throws SQLException {
        List<PendingRecord> pending = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pending.add(pending(row));
                }
            }
        }
        return pending;
    }

    static void remove(Connection connection, List<Long> globalIndexes) throws SQLException {
        String sql = "DELETE FROM store.ledger_pending WHERE global_index = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", globalIndexes.toArray()));
            statement.executeUpdate();
        }
    }

    private static PendingRecord pending(ResultSet row) throws SQLException {
        return new PendingRecord(
                row.getLong("global_index"),
                row.getString("kind") == null ? null : RecordRow.read(row));
    }
}
