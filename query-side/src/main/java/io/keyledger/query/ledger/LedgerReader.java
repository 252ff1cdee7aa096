package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.RecordKind;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private static final int AT_ONCE = 250;

    private static final String READ = "SELECT " + EntryPlace.COLUMNS + " FROM ledger.entry e";

    /** Record by record, as {@link StoredRecords} reads. */
    private static final String CHANGES =
            """
             CROSS JOIN LATERAL (SELECT FROM store.domain_event c
                                  WHERE c.global_index = e.global_index OFFSET 0) c
            """;

    private static final String BETWEEN = " WHERE e.position > ? AND e.position <= ?";

    /**
     * Records of batches, which are most, have numbers between the store's steps. Before there were
     * batches, all numbers were given.
     */
    private static final String NOT_IN_BATCHES =
            """
             AND (e.global_index %% %d = 0
                  OR e.global_index < coalesce((SELECT min(global_index) FROM store.key_use_batch),
                                               e.global_index + 1))
            """
                    .formatted(StoredBatch.STEP);

    private static final String IN_ORDER = " ORDER BY e.position LIMIT " + MAX_ENTRIES;

    private final Predicate<RecordKind> wanted;
    private final String sql;
    private final boolean all;

    /** For records of the wanted kinds. */
    public LedgerReader(Predicate<RecordKind> wanted) {
        this.wanted = wanted;
        this.sql =
                wanted.test(RecordKind.USES)
                        ? READ + BETWEEN + IN_ORDER
                        : READ + CHANGES + BETWEEN + NOT_IN_BATCHES + IN_ORDER;
        this.all = Arrays.stream(RecordKind.values()).allMatch(wanted);
    }

    @Override
    public Portion read(Connection connection, long after, long upTo) throws SQLException {
        long end = Math.min(upTo, after + (all ? MAX_ENTRIES : MAX_SPAN));
        List<EntryPlace> places = places(connection, after, end);
        List<LedgerEntry> entries = new ArrayList<>();
        long bytes = 0;
        int read = 0;
        while (read < places.size() && bytes < MAX_BYTES) {
            for (LedgerEntry entry : some(connection, places, read)) {
                if (bytes >= MAX_BYTES) {
                    break;
                }
                read++;
                if (wanted.test(entry.stored().kind())) {
                    entries.add(entry);
                    bytes += entry.stored().payload().length;
                }
            }
        }
        boolean cut = read < places.size() || places.size() == MAX_ENTRIES;
        return checked(
                after,
                cut
                        ? new Portion(entries, places.get(read - 1).position(), true)
                        : new Portion(entries, end, end < upTo));
    }

    private Portion checked(long after, Portion portion) {
        if (all && portion.entries().size() != portion.reached() - after) {
            throw new IllegalStateException("the ledger lacks an entry");
        }
        return portion;
    }

    private static List<LedgerEntry> some(Connection connection, List<EntryPlace> places, int first)
            throws SQLException {
        List<EntryPlace> some = places.subList(first, Math.min(first + AT_ONCE, places.size()));
        List<LedgerEntry> entries = LedgerEntries.entries(connection, some);
        if (entries.size() != some.size()) {
            throw new IllegalStateException("an entry of the ledger has no record in the store");
        }
        return entries;
    }

    private List<EntryPlace> places(Connection connection, long after, long end)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, end);
            return LedgerEntries.places(statement);
        }
    }
}
