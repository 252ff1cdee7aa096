package io.keyledger.query.merkle;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of logs, under the lock that one node has at a time. */
final class MerkleLogRows {

    /** Of which the ledger has more entries, or which have grown since they were signed. */
    private static final String DUE =
            """
            SELECT h.workspace, h.next_sequence, coalesce(l.size, 0) AS size,
                   coalesce(l.frontier, '') AS frontier,
                   coalesce(l.origin, o.number, 1) AS origin,
                   coalesce(l.signed_size, c.size, 0) AS signed_size, l.stopped
              FROM ledger.workspace_head h
              LEFT JOIN ledger.merkle_log l USING (workspace)
              LEFT JOIN LATERAL (SELECT max(number) AS number FROM ledger.log_origin o
                                  WHERE o.workspace = h.workspace AND l.workspace IS NULL) o ON true
              LEFT JOIN LATERAL (SELECT max(size) AS size FROM ledger.checkpoint c
                                  WHERE c.workspace = h.workspace AND l.workspace IS NULL
                                    AND c.origin = coalesce(o.number, 1)) c ON true
             WHERE l.workspace IS NULL OR h.next_sequence <> l.size OR l.signed_size <> l.size
                OR l.stopped IS NOT NULL
                OR h.workspace = ANY (?)
             ORDER BY h.workspace
            """;

    private static final String SAVE =
            """
            INSERT INTO ledger.merkle_log (workspace, size, frontier, origin, signed_size, stopped)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (workspace) DO UPDATE
               SET size = excluded.size, frontier = excluded.frontier, origin = excluded.origin,
                   signed_size = excluded.signed_size, stopped = excluded.stopped
            """;
    private static final String UNKNOWN =
            """
            SELECT k.workspace FROM unnest(?::text[]) AS k (workspace)
             WHERE NOT EXISTS (SELECT FROM ledger.workspace_head h WHERE h.workspace = k.workspace)
               AND NOT EXISTS (SELECT FROM ledger.merkle_log l WHERE l.workspace = k.workspace)
            """;

    private MerkleLogRows() {}

    /** Those that have something new, or are stopped, and these besides. */
    static List<MerkleLog> due(Connection connection, List<String> besides) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setArray(1, connection.createArrayOf("text", besides.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                List<MerkleLog> logs = new ArrayList<>();
                while (row.next()) {
                    logs.add(MerkleLog.read(row));
                }
                return logs;
            }
        }
    }

    static void save(
            Connection connection, MerkleLog log, long signedSize, @Nullable String stopped)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            int at = 0;
            statement.setString(++at, log.workspace());
            statement.setLong(++at, log.frontier().size());
            statement.setBytes(++at, log.frontier().bytes());
            statement.setInt(++at, log.origin());
            statement.setLong(++at, signedSize);
            statement.setString(++at, stopped);
            statement.executeUpdate();
        }
    }

    /** Says why it is not signed, and leaves all else of it as it is. */
    static void stop(Connection connection, String workspace, String stopped) throws SQLException {
        String sql =
                """
                INSERT INTO ledger.merkle_log
                    (workspace, size, frontier, origin, signed_size, stopped)
                VALUES (?, 0, '', 1, 0, ?)
                ON CONFLICT (workspace) DO UPDATE SET stopped = excluded.stopped
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspace);
            statement.setString(2, stopped);
            statement.executeUpdate();
        }
    }

    /** Workspaces that were signed once and of which the database knows nothing. */
    static List<String> unknown(Connection connection, List<String> kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNKNOWN)) {
            statement.setArray(1, connection.createArrayOf("text", kept.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                List<String> unknown = new ArrayList<>();
                while (row.next()) {
                    unknown.add(row.getString(1));
                }
                return unknown;
            }
        }
    }
}
