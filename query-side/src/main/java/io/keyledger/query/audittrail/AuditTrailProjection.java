package io.keyledger.query.audittrail;

import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.record.RecordMetadata;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.List;

/** Keeps the changes of the audit trail: only ever adds rows. */
@Component
public class AuditTrailProjection implements Projection {

    public static final String VIEW = "audit-trail";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(TrailBatch.TABLE, TrailBatch.HOURS);
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.CHANGE;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        TrailBatch rows = new TrailBatch();
        for (LedgerEntry entry : batch) {
            switch (entry.content()) {
                case EntryContent.Change(DomainEvent event, RecordMetadata metadata) ->
                        rows.add(entry.position(), entry.stored(), metadata, event);
                case EntryContent.Uses _ -> {
                    // is no change
                }
            }
        }
        rows.write(tables);
    }
}
