package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was committed together and waits for its places: a record, or the records of a batch.
 *
 * @param number of its row, which of a batch is none of its records'
 */
record Pending(long number, boolean isBatch, List<PendingRecord> records) {

    /** A record, without its content if the store does not have it. */
    record PendingRecord(long globalIndex, @Nullable StoredRecord stored) {}

    static Pending record(long number, @Nullable StoredRecord stored) {
        return new Pending(number, false, List.of(new PendingRecord(number, stored)));
    }

    static Pending batch(long number, @Nullable StoredBatch stored) {
        if (stored == null) {
            return new Pending(number, true, List.of(new PendingRecord(number, null)));
        }
        return new Pending(
                number,
                true,
                IntStream.range(0, stored.size())
                        .mapToLong(stored::numberOf)
                        .mapToObj(each -> new PendingRecord(each, stored.record(each)))
                        .toList());
    }
}
