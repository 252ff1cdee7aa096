package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Gives pending records their place, in the caller's transaction. What is pending is read after the
 * head is locked, so that it is what was committed by then; a record that commits later, whatever
 * its number, gets a later place.
 */
final class LedgerBatch {

    private LedgerBatch() {}

    /** Takes up to {@code limit} records and says how many were pending. */
    static int take(Connection connection, int limit) throws SQLException {
        LedgerHead.lock(connection);
        List<PendingRecord> pending = PendingRecords.read(connection, limit);
        if (pending.size() == 1) {
            takeSingle(connection, pending.getFirst());
        } else if (!pending.isEmpty()) {
            append(connection, pending);
        }
        return pending.size();
    }

    private static void takeSingle(Connection connection, PendingRecord record)
            throws SQLException {
        var before = connection.setSavepoint();
        try {
            append(connection, List.of(record));
        } catch (SQLException | RuntimeException e) {
            Unledgered.refuseUnlessToBlame(e);
            connection.rollback(before);
            Unledgered.put(connection, record.globalIndex(), e);
            PendingRecords.remove(connection, List.of(record.globalIndex()));
        }
    }

    private static void append(Connection connection, List<PendingRecord> pending)
            throws SQLException {
        List<StoredRecord> records = pending.stream().map(LedgerBatch::stored).toList();
        WorkspaceSequences sequences =
                WorkspaceSequences.of(
                        connection,
                        records.stream().map(StoredRecord::workspace).distinct().toList());
        LedgerHead head = LedgerHead.advance(connection, records.size());
        NewEntries entries = new NewEntries(records.size(), head.ledgeredAt());
        long position = head.position() - records.size();
        for (int i = 0; i < records.size(); i++) {
            StoredRecord record = records.get(i);
            long sequence = sequences.take(record.workspace());
            entries.add(++position, sequence, pending.get(i).globalIndex(), record);
        }
        entries.insert(connection);
        sequences.save(connection);
        PendingRecords.remove(
                connection, pending.stream().map(PendingRecord::globalIndex).toList());
    }

    private static StoredRecord stored(PendingRecord record) {
        return Objects.requireNonNull(record.stored(), "a pending record is not in the store");
    }
}
