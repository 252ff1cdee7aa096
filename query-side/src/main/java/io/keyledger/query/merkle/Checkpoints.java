package io.keyledger.query.merkle;

import io.keyledger.shared.proof.Checkpoint;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;

/** Rows of what was signed, written once. */
final class Checkpoints {

    private static final String ROOT =
            "SELECT root FROM ledger.checkpoint WHERE workspace = ? AND origin = ? AND size = ?";
    private static final String INSERT =
            """
            INSERT INTO ledger.checkpoint (workspace, origin, size, root, signing_key, signature)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String KEY = "SELECT id FROM ledger.signing_key WHERE public_key = ?";
    private static final String NEW_KEY =
            """
            INSERT INTO ledger.signing_key (public_key) VALUES (?)
            ON CONFLICT (public_key) DO NOTHING
            """;

    private Checkpoints() {}

    static UUID store(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT store_id FROM store.identity")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Whether that root was signed at the log's last size; what was never signed differs not. */
    static boolean isSignedRoot(Connection connection, MerkleLog log, byte[] root)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROOT)) {
            statement.setString(1, log.workspace());
            statement.setInt(2, log.origin());
            statement.setLong(3, log.signedSize());
            try (ResultSet row = statement.executeQuery()) {
                return !row.next() || Arrays.equals(row.getBytes(1), root);
            }
        }
    }

    static void insert(
            Connection connection, MerkleLog log, Checkpoint checkpoint, int key, byte[] signature)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            int at = 0;
            statement.setString(++at, log.workspace());
            statement.setInt(++at, log.origin());
            statement.setLong(++at, checkpoint.size());
            statement.setBytes(++at, checkpoint.root());
            statement.setInt(++at, key);
            statement.setBytes(++at, signature);
            statement.executeUpdate();
        }
    }

    static int key(Connection connection, byte[] publicKey) throws SQLException {
        Integer known = find(connection, publicKey);
        if (known != null) {
            return known;
        }
        try (PreparedStatement statement = connection.prepareStatement(NEW_KEY)) {
            statement.setBytes(1, publicKey);
            statement.executeUpdate();
        }
        Integer added = find(connection, publicKey);
        if (added == null) {
            throw new IllegalStateException("a signing key that was added is not there");
        }
        return added;
    }

    private static @Nullable Integer find(Connection connection, byte[] publicKey)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEY)) {
            statement.setBytes(1, publicKey);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? (Integer) row.getInt(1) : null;
            }
        }
    }
}
