package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.shared.ledger.RecordKind;

import java.sql.SQLException;
import java.util.List;

/**
 * What a view makes of the ledger. Rows follow from the entries alone: no wall clock, no sequence,
 * no default and nothing remembered between calls, so that a rebuild gives the same bytes, on
 * whatever node and in whatever batches it runs.
 */
public interface Projection {

    /** The view's name in the API, in kebab case, such as {@code audit-trail}. */
    String view();

    /** Its tables, without schema, such as {@code audit_entry_v1}. Each has a primary key. */
    List<String> tables();

    /** Whether the view follows records of that kind; others are passed over unread. */
    default boolean reads(RecordKind kind) {
        return true;
    }

    /**
     * Brings the tables from before the first of these entries to after the last, set-based, on the
     * connection of {@code tables}, whose transaction the caller ends. If it throws, it is called
     * again with fewer entries, at last with one alone, after its changes were rolled back; the
     * stream of an entry that fails alone is parked. Entries are in ledger order, except that those
     * of a stream that was parked come late and carry their own, older positions.
     */
    void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException;
}
