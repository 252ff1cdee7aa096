package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was committed and has no place in the ledger yet, by global index. */
final class PendingRecords {

    private static final String LOOK =
            """
            SELECT EXISTS (SELECT FROM store.ledger_pending)
                OR EXISTS (SELECT FROM store.key_use_pending),
                   position
              FROM ledger.head
            """;
    private static final String READ =
            """
            SELECT global_index, is_batch FROM (
                (SELECT global_index, false AS is_batch FROM store.ledger_pending
                  WHERE global_index > ? ORDER BY global_index LIMIT ?)
                UNION ALL
                (SELECT global_index, true FROM store.key_use_pending
                  WHERE global_index > ? ORDER BY global_index LIMIT ?)) p
             ORDER BY global_index LIMIT ?
            """;
    private static final String REMOVE = "DELETE FROM store.%s WHERE global_index = ANY (?)";
    private static final String REMOVE_RECORDS = REMOVE.formatted("ledger_pending");
    private static final String REMOVE_BATCHES = REMOVE.formatted("key_use_pending");

    /** Rows that are read at once: a batch's may have hundreds of kilobytes. */
    private static final int AT_ONCE = 100;

    private PendingRecords() {}

    private record Row(long number, boolean isBatch) {}

    /**
     * What is committed at a moment.
     *
     * @param any whether anything is pending
     * @param head the position of the ledger's last entry, 0 if there is none
     */
    record Look(boolean any, long head) {}

    /** Without a lock. */
    static Look look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            return new Look(row.getBoolean(1), row.getLong(2));
        }
    }

    /** The first, until they have so many records, but whole batches. */
    static List<Pending> read(Connection connection, int limit) throws SQLException {
        List<Pending> pending = new ArrayList<>();
        int records = 0;
        long after = Long.MIN_VALUE;
        while (records < limit) {
            List<Row> rows = rows(connection, after, Math.min(limit - records, AT_ONCE));
            if (rows.isEmpty()) {
                break;
            }
            for (Pending each : pending(connection, rows)) {
                if (records < limit) {
                    pending.add(each);
                    records += each.records().size();
                }
            }
            after = rows.getLast().number();
        }
        return pending;
    }

    static void remove(Connection connection, List<Pending> pending) throws SQLException {
        Map<Boolean, List<Long>> numbers =
                pending.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        Pending::isBatch,
                                        Collectors.mapping(Pending::number, Collectors.toList())));
        remove(connection, REMOVE_RECORDS, numbers.getOrDefault(false, List.of()));
        remove(connection, REMOVE_BATCHES, numbers.getOrDefault(true, List.of()));
    }

    private static void remove(Connection connection, String sql, List<Long> numbers)
            throws SQLException {
        if (!numbers.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
                statement.executeUpdate();
            }
        }
    }

    private static List<Row> rows(Connection connection, long after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            statement.setLong(3, after);
            statement.setInt(4, limit);
            statement.setInt(5, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), row.getBoolean(2)));
                }
                return rows;
            }
        }
    }

    private static List<Pending> pending(Connection connection, List<Row> rows)
            throws SQLException {
        Map<Long, StoredBatch> batches =
                StoredRecords.batches(
                        connection, rows.stream().filter(Row::isBatch).map(Row::number).toList());
        Map<Long, StoredRecord> alone =
                StoredRecords.alone(
                        connection,
                        rows.stream().filter(row -> !row.isBatch()).map(Row::number).toList());
        return rows.stream()
                .map(
                        row ->
                                row.isBatch()
                                        ? Pending.batch(row.number(), batches.get(row.number()))
                                        : Pending.record(row.number(), alone.get(row.number())))
                .toList();
    }
}
