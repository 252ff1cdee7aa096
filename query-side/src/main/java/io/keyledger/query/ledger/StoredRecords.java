package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads records of the store by their numbers. Row by row, which OFFSET 0 holds the planner to: of
 * tables that were small or unknown when it planned, it would read and sort all each time.
 */
final class StoredRecords {

    private static final String BATCHES =
            "SELECT "
                    + StoredBatch.COLUMNS
                    + """
                       FROM unnest(?::bigint[]) AS n (number) CROSS JOIN LATERAL
                            (SELECT * FROM store.key_use_batch b
                              WHERE b.global_index = n.number OFFSET 0) b
                    """;

    private static final String ALONE =
            "SELECT '%1$s' AS kind, r.global_index, "
                    + RecordRow.COLUMNS
                    + """
                       FROM unnest(?::bigint[]) AS n (number) CROSS JOIN LATERAL
                            (SELECT * FROM store.%2$s r WHERE r.global_index = n.number OFFSET 0) r
                    """;

    private static final String CHANGES = ALONE.formatted("change", "domain_event");

    /** Of stores from before there were batches. */
    private static final String USES = ALONE.formatted("uses", "key_use_record");

    /** A batch may have hundreds of kilobytes, of which only a part is wanted. */
    private static final int BATCHES_AT_ONCE = 64;

    private StoredRecords() {}

    /** Those that are there, by number. */
    static Map<Long, StoredRecord> of(Connection connection, Collection<Long> numbers)
            throws SQLException {
        Map<Long, StoredRecord> found = new HashMap<>();
        List<Long> batches =
                numbers.stream().map(StoredBatch::numberOfBatch).distinct().sorted().toList();
        for (int first = 0; first < batches.size(); first += BATCHES_AT_ONCE) {
            List<Long> some =
                    batches.subList(first, Math.min(first + BATCHES_AT_ONCE, batches.size()));
            Map<Long, StoredBatch> read = batches(connection, some);
            for (long number : numbers) {
                StoredBatch batch = read.get(StoredBatch.numberOfBatch(number));
                if (batch != null && batch.has(number)) {
                    found.put(number, batch.record(number));
                }
            }
        }
        found.putAll(alone(connection, missing(numbers, found)));
        return found;
    }

    /** Batches of these numbers, as far as they are there. */
    static Map<Long, StoredBatch> batches(Connection connection, Collection<Long> numbers)
            throws SQLException {
        Map<Long, StoredBatch> found = new HashMap<>();
        read(
                connection,
                BATCHES,
                numbers,
                row -> {
                    StoredBatch batch = StoredBatch.read(row);
                    found.put(batch.globalIndex(), batch);
                });
        return found;
    }

    /** Records with rows of their own, as far as they are there. */
    static Map<Long, StoredRecord> alone(Connection connection, Collection<Long> numbers)
            throws SQLException {
        Map<Long, StoredRecord> found = new HashMap<>();
        for (String sql : List.of(CHANGES, USES)) {
            read(
                    connection,
                    sql,
                    missing(numbers, found),
                    row -> found.put(row.getLong("global_index"), RecordRow.read(row)));
        }
        return found;
    }

    private static List<Long> missing(Collection<Long> numbers, Map<Long, StoredRecord> found) {
        return numbers.stream().filter(number -> !found.containsKey(number)).toList();
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(
            Connection connection, String sql, Collection<Long> numbers, RowReader reader)
            throws SQLException {
        if (numbers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
