package io.keyledger.query.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads entries by their number in their workspace. */
public final class WorkspaceEntries {

    private static final String READ =
            "SELECT e.position, e.workspace_sequence, e.ledgered_at, "
                    + RecordRow.COLUMNS
                    + """
                       FROM ledger.entry e
                       JOIN LATERAL (SELECT * FROM store.record r
                                      WHERE r.global_index = e.global_index OFFSET 0) r ON true
                      WHERE e.workspace = ? AND e.workspace_sequence >= ?
                        AND e.workspace_sequence < ?
                      ORDER BY e.workspace_sequence
                    """;

    private WorkspaceEntries() {}

    /** Those from one number to before another. */
    public static List<LedgerEntry> read(
            Connection connection, String workspace, long from, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, workspace);
            statement.setLong(2, from);
            statement.setLong(3, before);
            try (ResultSet row = statement.executeQuery()) {
                List<LedgerEntry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(
                            new LedgerEntry(
                                    row.getLong("position"),
                                    row.getLong("workspace_sequence"),
                                    RecordRow.time(row, "ledgered_at"),
                                    RecordRow.read(row)));
                }
                return entries;
            }
        }
    }
}
