package io.keyledger.query.keyuse;

import io.keyledger.query.bundle.Merger;
import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.use.KeyUses;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums a batch up in memory, key by key, then merges it with what was known. */
@Component
public class KeyUsageProjection implements Projection {

    public static final String VIEW = "key-usage";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(UsageLayout.BUNDLES, UsageLayout.SIZES);
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.USES;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        Map<String, Map<String, Usage>> byWorkspace = new HashMap<>();
        for (LedgerEntry entry : batch) {
            switch (entry.content()) {
                case EntryContent.Uses(KeyUses record) ->
                        add(
                                record,
                                entry.position(),
                                byWorkspace.computeIfAbsent(
                                        entry.stored().workspace(), _ -> new HashMap<>()));
                case EntryContent.Change _ -> {
                    // uses no key
                }
            }
        }
        new Merger<>(tables.connection(), UsageLayout.in(tables::qualified)).add(byWorkspace);
    }

    private static void add(KeyUses record, long position, Map<String, Usage> byKey) {
        for (int i = 0; i < record.uses().size(); i++) {
            String key = record.uses().get(i).keyId();
            Usage usage = UsageOf.use(record, position, i);
            if (key != null && usage != null) {
                byKey.merge(key, usage, Usage::merge);
            }
        }
    }
}
