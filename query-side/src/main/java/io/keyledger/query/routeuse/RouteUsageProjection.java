package io.keyledger.query.routeuse;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.use.AskedRoute;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Finds the latest use of each route in a batch, then keeps it if none is known that was later. */
@Component
public class RouteUsageProjection implements Projection {

    public static final String VIEW = "route-usage";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(RouteUseStore.TABLE);
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.USES;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        SortedMap<UUID, RouteUse> latest = new TreeMap<>();
        for (LedgerEntry entry : batch) {
            switch (entry.content()) {
                case EntryContent.Uses(KeyUses record) -> add(record, entry, latest);
                case EntryContent.Change _ -> {
                    // goes by no route
                }
            }
        }
        new RouteUseStore(tables.connection(), tables.qualified(RouteUseStore.TABLE))
                .put(latest.values());
    }

    private static void add(KeyUses record, LedgerEntry entry, SortedMap<UUID, RouteUse> latest) {
        for (int i = 0; i < record.uses().size(); i++) {
            KeyUse use = record.uses().get(i);
            AskedRoute asked = use.route();
            if (asked != null && asked.routeId() != null && asked.api() != null && use.allowed()) {
                RouteUse found =
                        new RouteUse(
                                asked.routeId(),
                                record.header().entities().get(asked.api()).id(),
                                entry.stored().workspace(),
                                record.header().decidedAt(),
                                EntryNumber.of(entry.position(), i),
                                record.header().reference(use.address()));
                latest.merge(found.route(), found, RouteUse::orLater);
            }
        }
    }
}
