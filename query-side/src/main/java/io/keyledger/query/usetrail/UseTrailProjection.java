package io.keyledger.query.usetrail;

import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.use.KeyUses;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.List;

/** Puts the uses of a batch into their blocks, whatever is in them already. */
@Component
public class UseTrailProjection implements Projection {

    public static final String VIEW = "use-trail";

    static final String HOURS = "key_use_hour_v1";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(UseBlockRow.TABLE, HOURS);
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.USES;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        UseBatch uses = new UseBatch();
        for (LedgerEntry entry : batch) {
            switch (entry.content()) {
                case EntryContent.Uses(KeyUses record) ->
                        uses.add(entry.position(), entry.stored().workspace(), record);
                case EntryContent.Change _ -> {
                    // uses no key
                }
            }
        }
        uses.write(tables);
    }
}
