package io.keyledger.query.activity;

import static io.keyledger.query.activity.Counted.ALLOWED;
import static io.keyledger.query.activity.Counted.CHANGE;
import static io.keyledger.query.activity.Counted.USE;

import io.keyledger.query.bundle.Merger;
import io.keyledger.query.keyuse.UsageOf;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch of ledger entries adds. */
final class ActivityBatch {

    private final Map<Counted, Long> days = new HashMap<>();
    private final Map<WorkspaceDay, Map<String, SortedMap<String, Long>>> keys = new HashMap<>();

    void add(StoredRecord change) {
        Counted counted =
                new Counted(change.workspace(), day(change.occurredAt()), CHANGE, change.type());
        days.merge(counted, 1L, Long::sum);
    }

    void add(String workspace, KeyUses record) {
        LocalDate day = day(record.header().decidedAt());
        Map<String, SortedMap<String, Long>> ofKeys = new HashMap<>();
        Map<String, Long> ofAll = new HashMap<>();
        for (KeyUse use : record.uses()) {
            String reason = Objects.requireNonNullElse(use.reason(), ALLOWED);
            ofAll.merge(reason, use.count(), Long::sum);
            if (use.keyId() != null && UsageOf.serviceUser(record.header(), use) != null) {
                ofKeys.computeIfAbsent(use.keyId(), _ -> new TreeMap<>())
                        .merge(reason, use.count(), Long::sum);
            }
        }
        ofAll.forEach(
                (reason, count) ->
                        days.merge(new Counted(workspace, day, USE, reason), count, Long::sum));
        if (!ofKeys.isEmpty()) {
            var known =
                    keys.computeIfAbsent(new WorkspaceDay(workspace, day), _ -> new HashMap<>());
            ofKeys.forEach((key, counts) -> known.merge(key, counts, ReasonCounts::sum));
        }
    }

    void write(ViewTables tables) throws SQLException {
        new ActivityStore(tables.connection(), tables.qualified(ActivityStore.DAYS))
                .add(new TreeMap<>(days));
        new Merger<>(tables.connection(), KeyDays.in(tables::qualified)).add(keys);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
