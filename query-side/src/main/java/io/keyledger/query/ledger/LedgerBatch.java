package io.keyledger.query.ledger;

import io.keyledger.query.ledger.Pending.PendingRecord;
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

    /**
     * Takes pending records until there are {@code limit} of them or more, since those of a batch
     * are taken together, and says how many it took.
     */
    static int take(Connection connection, int limit) throws SQLException {
        LedgerHead.lock(connection);
        List<Pending> pending = PendingRecords.read(connection, limit);
        List<PendingRecord> records =
                pending.stream().flatMap(each -> each.records().stream()).toList();
        if (pending.size() == 1) {
            appendOrPutAside(connection, records);
        } else if (!pending.isEmpty()) {
            append(connection, records);
        }
        PendingRecords.remove(connection, pending);
        return records.size();
    }

    /** All together, or, if that fails, each that can be. */
    private static void appendOrPutAside(Connection connection, List<PendingRecord> records)
            throws SQLException {
        var before = connection.setSavepoint();
        try {
            append(connection, records);
        } catch (SQLException | RuntimeException e) {
            Unledgered.refuseUnlessToBlame(e);
            connection.rollback(before);
            if (records.size() == 1) {
                Unledgered.put(connection, records.getFirst().globalIndex(), e);
                return;
            }
            for (PendingRecord record : records) {
                appendOrPutAside(connection, List.of(record));
            }
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
    }

    private static StoredRecord stored(PendingRecord record) {
        return Objects.requireNonNull(record.stored(), "a pending record is not in the store");
    }
}
