package io.keyledger.query.audittrail;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.Hours;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.RecordMetadata;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows that a batch of ledger entries adds. */
final class TrailBatch {

    static final String TABLE = "audit_change_v1";
    static final String HOURS = "audit_hour_v1";

    private static final String INSERT =
            "INSERT INTO %s ("
                    + String.join(", ", ChangeRow.COLUMNS)
                    + ") VALUES (?"
                    + ", ?".repeat(ChangeRow.COLUMNS.size() - 1)
                    + ")";

    private final List<ChangeRow> changes = new ArrayList<>();
    private final Hours hours = new Hours();

    void add(long position, StoredRecord stored, RecordMetadata metadata, DomainEvent event) {
        ChangeRow row = new ChangeRow(position, stored, metadata, Changes.of(event));
        changes.add(row);
        hours.note(stored.workspace(), stored.occurredAt(), row.entry(), row.entry());
    }

    void write(ViewTables tables) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        String sql = INSERT.formatted(tables.qualified(TABLE));
        try (PreparedStatement statement = tables.connection().prepareStatement(sql)) {
            for (ChangeRow row : changes) {
                Columns.bind(statement, row.values());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        hours.addTo(tables.connection(), tables.qualified(HOURS));
    }
}
