package io.keyledger.query.ledger;

import java.util.List;
import java.util.function.Predicate;

/**
 * Entries in order, and the position up to which nothing wanted is left.
 *
 * @param reached the position to read on from
 * @param isCut whether more could have been read but for its size
 */
public record Portion(List<LedgerEntry> entries, long reached, boolean isCut) {

    public Portion {
        entries = List.copyOf(entries);
    }

    /** Those of its entries that are such, to the same position. */
    Portion only(Predicate<LedgerEntry> such) {
        return new Portion(entries.stream().filter(such).toList(), reached, isCut);
    }
}
