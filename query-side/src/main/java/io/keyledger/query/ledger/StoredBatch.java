package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** A row of {@code store.key_use_batch}: the records of one batch of a gate. */
@SuppressWarnings("ArrayRecordComponent") // columns as they were read, never compared
record StoredBatch(
        long globalIndex,
        String writer,
        long firstSequence,
        String type,
        int revision,
        Instant occurredAt,
        UUID[] eventIds,
        String[] workspaces,
        Integer[] ends,
        byte[] payloads) {

    static final String COLUMNS =
            "b.global_index, b.writer::text AS writer, b.first_sequence, b.type, b.revision,"
                    + " b.occurred_at, b.event_ids, b.workspaces, b.ends, b.payloads";

    /** The store counts in such steps: what lies between two numbers is a batch's own. */
    static final long STEP = 1_024;

    private static final byte[] NO_METADATA = {};

    /** The number of the batch that a record of this number would be in. */
    static long numberOfBatch(long globalIndex) {
        return globalIndex - globalIndex % STEP;
    }

    static StoredBatch read(ResultSet row) throws SQLException {
        return new StoredBatch(
                row.getLong("global_index"),
                row.getString("writer"),
                row.getLong("first_sequence"),
                row.getString("type"),
                row.getInt("revision"),
                RecordRow.time(row, "occurred_at"),
                (UUID[]) row.getArray("event_ids").getArray(),
                (String[]) row.getArray("workspaces").getArray(),
                (Integer[]) row.getArray("ends").getArray(),
                row.getBytes("payloads"));
    }

    int size() {
        return eventIds.length;
    }

    /** The number of its record at an index from 0. */
    long numberOf(int index) {
        return globalIndex + 1 + index;
    }

    boolean has(long number) {
        return number > globalIndex && number <= globalIndex + size();
    }

    StoredRecord record(long number) {
        int index = (int) (number - globalIndex) - 1;
        return new StoredRecord(
                RecordKind.USES,
                eventIds[index],
                workspaces[index],
                writer,
                firstSequence + index,
                type,
                revision,
                occurredAt,
                NO_METADATA,
                Arrays.copyOfRange(payloads, index == 0 ? 0 : ends[index - 1], ends[index]));
    }
}
