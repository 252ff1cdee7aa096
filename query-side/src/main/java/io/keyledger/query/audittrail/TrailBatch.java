package io.keyledger.query.audittrail;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.keyuse.UsageOf;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that a batch of ledger entries adds. */
final class TrailBatch {

    private final List<ChangeRow> changes = new ArrayList<>();
    private final List<UseRow> uses = new ArrayList<>();
    private final Map<String, Map<Instant, Hour>> hours = new TreeMap<>();

    void add(long position, StoredRecord stored, RecordMetadata metadata, DomainEvent event) {
        ChangeRow row = new ChangeRow(position, stored, metadata, Changes.of(event));
        changes.add(row);
        note(Hour.of(stored.workspace(), stored.occurredAt(), row.entry()));
    }

    void add(long position, StoredRecord stored, KeyUses record) {
        Instant at = record.header().decidedAt();
        for (int i = 0; i < record.uses().size(); i++) {
            KeyUse use = record.uses().get(i);
            long entry = EntryNumber.of(position, i);
            uses.add(
                    new UseRow(
                            entry,
                            at,
                            UsageOf.holder(record, use),
                            stored.workspace(),
                            UsageOf.shown(record, use),
                            use.reason()));
            note(Hour.of(stored.workspace(), at, entry));
        }
    }

    void write(TrailStore store) throws SQLException {
        store.writeChanges(changes);
        store.writeUses(uses);
        store.writeHours(hours.values().stream().flatMap(m -> m.values().stream()).toList());
    }

    private void note(Hour hour) {
        hours.computeIfAbsent(hour.workspace(), _ -> new TreeMap<>())
                .merge(hour.at(), hour, Hour::merge);
    }
}
