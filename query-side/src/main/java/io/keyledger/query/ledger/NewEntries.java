package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.MerkleTree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Entries of one batch, column by column, written by one statement. */
final class NewEntries {

    private static final String INSERT =
            """
            INSERT INTO ledger.entry (position, workspace, workspace_sequence, global_index,
                                      leaf_hash, ledgered_at)
            SELECT *, ? FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bytea[])
            """;

    private final Instant ledgeredAt;
    private final Object[] positions;
    private final Object[] workspaces;
    private final Object[] sequences;
    private final Object[] globalIndexes;
    private final byte[][] leafHashes;
    private int size;

    NewEntries(int size, Instant ledgeredAt) {
        this.ledgeredAt = ledgeredAt;
        positions = new Object[size];
        workspaces = new Object[size];
        sequences = new Object[size];
        globalIndexes = new Object[size];
        leafHashes = new byte[size][];
    }

    void add(long position, long sequence, long globalIndex, StoredRecord stored) {
        positions[size] = position;
        workspaces[size] = stored.workspace();
        sequences[size] = sequence;
        globalIndexes[size] = globalIndex;
        leafHashes[size] = MerkleTree.leafHash(Leaf.of(stored, ledgeredAt));
        size++;
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, ledgeredAt.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("bigint", positions));
            statement.setArray(3, connection.createArrayOf("text", workspaces));
            statement.setArray(4, connection.createArrayOf("bigint", sequences));
            statement.setArray(5, connection.createArrayOf("bigint", globalIndexes));
            statement.setArray(6, connection.createArrayOf("bytea", leafHashes));
            statement.executeUpdate();
        }
    }
}
