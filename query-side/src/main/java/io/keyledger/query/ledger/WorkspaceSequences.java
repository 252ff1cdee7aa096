package io.keyledger.query.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The next number of each workspace, from 0. Guarded by the lock on the ledger's head. */
final class WorkspaceSequences {

    private static final String SAVE =
            """
            INSERT INTO ledger.workspace_head (workspace, next_sequence)
            SELECT * FROM unnest(?::text[], ?::bigint[])
            ON CONFLICT (workspace) DO UPDATE SET next_sequence = excluded.next_sequence
            """;

    private final Map<String, Long> next = new TreeMap<>();

    static WorkspaceSequences of(Connection connection, Collection<String> workspaces)
            throws SQLException {
        WorkspaceSequences sequences = new WorkspaceSequences();
        String sql =
                "SELECT workspace, next_sequence FROM ledger.workspace_head WHERE workspace = ANY"
                        + " (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", workspaces.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sequences.next.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return sequences;
    }

    long take(String workspace) {
        long taken = next.getOrDefault(workspace, 0L);
        next.put(workspace, taken + 1);
        return taken;
    }

    void save(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            statement.setArray(1, connection.createArrayOf("text", next.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", next.values().toArray()));
            statement.executeUpdate();
        }
    }
}
