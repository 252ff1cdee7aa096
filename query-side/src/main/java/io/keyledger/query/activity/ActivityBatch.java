package io.keyledger.query.activity;

import static io.keyledger.query.activity.Counted.ALLOWED;
import static io.keyledger.query.activity.Counted.CHANGE;
import static io.keyledger.query.activity.Counted.USE;

import io.keyledger.query.keyuse.UsageOf;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** What a batch of ledger entries adds, in the order of keys. */
record ActivityBatch(Map<Counted.InWorkspace, Long> days, Map<Counted.OfKey, Long> keys) {

    ActivityBatch() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    void add(StoredRecord change) {
        add(change.workspace(), day(change.occurredAt()), CHANGE, change.type(), 1);
    }

    void add(String workspace, KeyUses record) {
        LocalDate day = day(record.header().decidedAt());
        for (KeyUse use : record.uses()) {
            String reason = Objects.requireNonNullElse(use.reason(), ALLOWED);
            add(workspace, day, USE, reason, use.count());
            UUID serviceUser = UsageOf.serviceUser(record, use);
            if (use.keyId() != null && serviceUser != null) {
                keys.merge(
                        new Counted.OfKey(use.keyId(), day, reason, serviceUser, workspace),
                        use.count(),
                        Long::sum);
            }
        }
    }

    private void add(String workspace, LocalDate day, String kind, String detail, long count) {
        days.merge(new Counted.InWorkspace(workspace, day, kind, detail), count, Long::sum);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
