package io.keyledger.query.activity;

import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.use.KeyUses;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.List;

/** Counts: sums a batch up in memory, then adds it to what was counted. */
@Component
public class ActivityProjection implements Projection {

    public static final String VIEW = "activity";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(ActivityStore.DAYS, KeyDays.BUNDLES, KeyDays.SIZES);
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        ActivityBatch counts = new ActivityBatch();
        for (LedgerEntry entry : batch) {
            switch (entry.content()) {
                case EntryContent.Change _ -> counts.add(entry.stored());
                case EntryContent.Uses(KeyUses record) ->
                        counts.add(entry.stored().workspace(), record);
            }
        }
        counts.write(tables);
    }
}
