package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of {@code ledger.entry}: where which record stands. */
record EntryPlace(long position, long workspaceSequence, Instant ledgeredAt, long globalIndex) {

    static final String COLUMNS = "e.position, e.workspace_sequence, e.ledgered_at, e.global_index";

    static EntryPlace read(ResultSet row) throws SQLException {
        return new EntryPlace(
                row.getLong("position"),
                row.getLong("workspace_sequence"),
                RecordRow.time(row, "ledgered_at"),
                row.getLong("global_index"));
    }

    LedgerEntry of(StoredRecord record) {
        return new LedgerEntry(position, workspaceSequence, ledgeredAt, record);
    }
}
