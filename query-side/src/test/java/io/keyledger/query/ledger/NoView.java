package io.keyledger.query.ledger;

import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;

import java.util.List;

/** For tests that are about the ledger alone. */
final class NoView implements Projection {

    @Override
    public String view() {
        return "none";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) {}
}
