package io.keyledger.query.keyuse;

import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.use.KeyUses;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps one row per key: sums a batch up in memory, then merges it with what was known. */
@Component
public class KeyUsageProjection implements Projection {

    public static final String VIEW = "key-usage";

    private static final String TABLE = "key_usage_v1";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.USES;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        Map<String, Usage> byKey = new TreeMap<>();
        for (LedgerEntry entry : batch) {
            switch (entry.content()) {
                case EntryContent.Uses(KeyUses record) -> add(record, entry.position(), byKey);
                case EntryContent.Change _ -> {
                    // uses no key
                }
            }
        }
        new UsageStore(tables.connection(), tables.qualified(TABLE)).add(byKey.values());
    }

    private static void add(KeyUses record, long position, Map<String, Usage> byKey) {
        for (int i = 0; i < record.uses().size(); i++) {
            UsageOf.use(record, position, i)
                    .ifPresent(usage -> byKey.merge(usage.keyId(), usage, Usage::merge));
        }
    }
}
