package io.keyledger.query.record;

import io.keyledger.query.history.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/** Where a record stands: in its stream, in the ledger, in the Merkle log of its workspace. */
record Place(
        String workspace,
        long position,
        long workspaceSequence,
        Instant ledgeredAt,
        String leafHash,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant occurredAt) {

    static Place read(ResultSet row) throws SQLException {
        return new Place(
                row.getString("workspace"),
                row.getLong("position"),
                row.getLong("workspace_sequence"),
                Columns.instant(row, "ledgered_at"),
                HexFormat.of().formatHex(row.getBytes("leaf_hash")),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getInt("revision"),
                Columns.instant(row, "occurred_at"));
    }
}
