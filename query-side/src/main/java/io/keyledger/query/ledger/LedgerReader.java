package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.RecordKind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Reads the ledger in order, in portions that fit into memory. */
public final class LedgerReader implements PortionReader {

    private static final int MAX_ENTRIES = 5_000;

    /** How far one portion looks when most entries are not wanted. */
    private static final int MAX_SPAN = 20_000;

    /** A use takes some fifty bytes of payload, so that a portion is some 40,000 uses at most. */
    private static final long MAX_BYTES = 2L << 20;

    private static final int FETCH_SIZE = 250;

    /**
     * Record by record, which OFFSET 0 holds the planner to: of tables that were small or unknown
     * when it planned, it would read and sort all for each portion.
     */
    private static final String READ =
            "SELECT e.position, e.workspace_sequence, e.ledgered_at, "
                    + RecordRow.COLUMNS
                    + """
                       FROM ledger.entry e CROSS JOIN LATERAL
                            (SELECT * FROM store.record r
                              WHERE r.global_index = e.global_index AND r.kind IN (%s) OFFSET 0) r
                      WHERE e.position > ? AND e.position <= ?
                      ORDER BY e.position LIMIT
                    """
                    + MAX_ENTRIES;

    private final String sql;
    private final boolean all;

    /** For records of the wanted kinds. */
    public LedgerReader(Predicate<RecordKind> wanted) {
        List<String> kinds =
                Arrays.stream(RecordKind.values())
                        .filter(wanted)
                        .map(kind -> "'" + RecordRow.storedName(kind) + "'")
                        .toList();
        this.sql = READ.formatted(String.join(", ", kinds));
        this.all = kinds.size() == RecordKind.values().length;
    }

    /** The position of the last entry that is committed, 0 if there is none. */
    public static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT position FROM ledger.head");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public Portion read(Connection connection, long after, long upTo) throws SQLException {
        long end = Math.min(upTo, after + (all ? MAX_ENTRIES : MAX_SPAN));
        List<LedgerEntry> entries = new ArrayList<>();
        boolean whole = true;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setLong(1, after);
            statement.setLong(2, end);
            try (ResultSet row = statement.executeQuery()) {
                long bytes = 0;
                while (whole && row.next()) {
                    LedgerEntry entry = entry(row);
                    entries.add(entry);
                    bytes += entry.stored().payload().length;
                    whole = bytes < MAX_BYTES && entries.size() < MAX_ENTRIES;
                }
            }
        }
        return checked(
                after,
                whole
                        ? new Portion(entries, end, end < upTo)
                        : new Portion(entries, entries.getLast().position(), true));
    }

    private Portion checked(long after, Portion portion) {
        if (all && portion.entries().size() != portion.reached() - after) {
            throw new IllegalStateException("an entry of the ledger has no record in the store");
        }
        return portion;
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("position"),
                row.getLong("workspace_sequence"),
                RecordRow.time(row, "ledgered_at"),
                RecordRow.read(row));
    }
}
