package io.keyledger.query.merkle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Appends to a log what the ledger has more than it. */
final class Growth {

    /** Some milliseconds' work; more is left to the next transaction. */
    static final int AT_ONCE = 20_000;

    private static final String LEAVES =
            """
            SELECT workspace_sequence, leaf_hash FROM ledger.entry
             WHERE workspace = ? AND workspace_sequence >= ?
             ORDER BY workspace_sequence LIMIT ?
            """;
    private static final String SUBTREE =
            """
            INSERT INTO ledger.subtree (workspace, level, number, hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (workspace, level, number) DO NOTHING
            """;
    private static final int FETCH = 2_000;

    private Growth() {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Subtree(int level, long number, byte[] hash) {}

    /**
     * Appends no more than so many.
     *
     * @throws LogDamaged if the ledger lacks one, or has fewer than the log
     */
    static void grow(Connection connection, MerkleLog log, int limit) throws SQLException {
        if (log.entries() < log.frontier().size()) {
            throw new LogDamaged("the ledger has fewer entries than the log");
        }
        List<Subtree> full = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, log.workspace());
            statement.setLong(2, log.frontier().size());
            statement.setLong(3, Math.min(limit, log.entries() - log.frontier().size()));
            try (ResultSet row = statement.executeQuery()) {
                append(row, log.frontier(), full);
            }
        }
        insert(connection, log.workspace(), full);
    }

    private static void append(ResultSet row, Frontier frontier, List<Subtree> full)
            throws SQLException {
        while (row.next()) {
            if (row.getLong(1) != frontier.size()) {
                throw new LogDamaged("an entry of the ledger is missing");
            }
            frontier.append(
                    row.getBytes(2),
                    (level, number, hash) -> full.add(new Subtree(level, number, hash)));
        }
    }

    private static void insert(Connection connection, String workspace, List<Subtree> full)
            throws SQLException {
        if (full.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SUBTREE)) {
            for (Subtree each : full) {
                statement.setString(1, workspace);
                statement.setInt(2, each.level());
                statement.setLong(3, each.number());
                statement.setBytes(4, each.hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
