package io.keyledger.query.ledger;

import io.keyledger.query.testing.QueryNode;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads all entries of a ledger. */
final class WholeLedger {

    private WholeLedger() {}

    static List<LedgerEntry> of(QueryNode node) throws SQLException {
        long head = node.jdbc().sql("SELECT position FROM ledger.head").query(Long.class).single();
        return node.transactions()
                .run(
                        connection -> {
                            LedgerReader reader = new LedgerReader(_ -> true);
                            List<LedgerEntry> entries = new ArrayList<>();
                            long reached = 0;
                            while (reached < head) {
                                Portion portion = reader.read(connection, reached, head);
                                entries.addAll(portion.entries());
                                reached = portion.reached();
                            }
                            return entries;
                        });
    }
}
