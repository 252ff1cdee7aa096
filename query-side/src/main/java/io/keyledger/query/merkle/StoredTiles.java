package io.keyledger.query.merkle;

import org.springframework.jdbc.UncategorizedSQLException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A workspace's tiles as they are stored: leaf hashes in the ledger, the rest as subtrees. */
public final class StoredTiles implements Tiles {

    private static final String LEAVES =
            """
            SELECT workspace_sequence AS number, leaf_hash AS hash FROM ledger.entry
             WHERE workspace = ? AND workspace_sequence >= ? AND workspace_sequence < ?
             ORDER BY workspace_sequence
            """;
    private static final String SUBTREES =
            """
            SELECT number, hash FROM ledger.subtree
             WHERE workspace = ? AND number >= ? AND number < ? AND level = ?
             ORDER BY number
            """;
    private static final int LEVEL = 4;

    private final Connection connection;
    private final String workspace;

    public StoredTiles(Connection connection, String workspace) {
        this.connection = connection;
        this.workspace = workspace;
    }

    @Override
    public byte[][] first(int width, int level, long tile) {
        try (PreparedStatement statement =
                connection.prepareStatement(level == 0 ? LEAVES : SUBTREES)) {
            statement.setString(1, workspace);
            statement.setLong(2, tile * WIDTH);
            statement.setLong(3, tile * WIDTH + width);
            if (level > 0) {
                statement.setInt(LEVEL, level);
            }
            try (ResultSet row = statement.executeQuery()) {
                return read(row, width, tile * WIDTH);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("tile", null, e);
        }
    }

    private static byte[][] read(ResultSet row, int width, long first) throws SQLException {
        byte[][] hashes = new byte[width][];
        int read = 0;
        while (row.next()) {
            if (row.getLong("number") != first + read) {
                break;
            }
            hashes[read++] = row.getBytes("hash");
        }
        if (read < width) {
            throw new LogDamaged("a hash of a tile is missing");
        }
        return hashes;
    }
}
