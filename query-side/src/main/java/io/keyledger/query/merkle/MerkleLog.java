package io.keyledger.query.merkle;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a workspace's log stands.
 *
 * @param entries how many the ledger has
 * @param frontier of the tree, as far as it has grown
 * @param origin number of its name
 * @param signedSize size of the last checkpoint of that origin, 0 for none
 * @param stopped why nothing is signed
 */
record MerkleLog(
        String workspace,
        long entries,
        Frontier frontier,
        int origin,
        long signedSize,
        @Nullable String stopped) {

    static MerkleLog read(ResultSet row) throws SQLException {
        return new MerkleLog(
                row.getString("workspace"),
                row.getLong("next_sequence"),
                Frontier.of(row.getLong("size"), row.getBytes("frontier")),
                row.getInt("origin"),
                row.getLong("signed_size"),
                row.getString("stopped"));
    }

    /** Of a workspace that the database does not know. */
    static MerkleLog missing(String workspace) {
        return new MerkleLog(workspace, 0, new Frontier(), 1, 0, null);
    }

    boolean hasGrown() {
        return frontier.size() >= entries;
    }
}
