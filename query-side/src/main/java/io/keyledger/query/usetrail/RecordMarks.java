package io.keyledger.query.usetrail;

import io.keyledger.shared.use.KeyUses;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The marks of the uses of one record of the journal.
 *
 * @param decidedAt when all of them were decided, in whole microseconds
 */
record RecordMarks(Instant decidedAt, List<UseMark> uses) {

    RecordMarks {
        uses = List.copyOf(uses);
    }

    static RecordMarks of(KeyUses record) {
        return new RecordMarks(
                record.header().decidedAt().truncatedTo(ChronoUnit.MICROS),
                record.uses().stream().map(use -> UseMark.of(record, use)).toList());
    }
}
