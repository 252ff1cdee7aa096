package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A record that has a row of its own. */
final class RecordRow {

    static final String COLUMNS =
            "r.event_id, r.workspace, r.stream, r.sequence, r.type, r.revision,"
                    + " r.occurred_at, r.metadata, r.payload";

    private RecordRow() {}

    static StoredRecord read(ResultSet row) throws SQLException {
        return new StoredRecord(
                kind(row.getString("kind")),
                row.getObject("event_id", UUID.class),
                row.getString("workspace"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getInt("revision"),
                time(row, "occurred_at"),
                row.getBytes("metadata"),
                row.getBytes("payload"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static RecordKind kind(String stored) {
        return stored.equals("change") ? RecordKind.CHANGE : RecordKind.USES;
    }
}
