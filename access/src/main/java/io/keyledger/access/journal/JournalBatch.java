package io.keyledger.access.journal;

import io.keyledger.shared.use.RecordId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A batch's records, composed and not yet written.
 *
 * @param ids of the uses, in the order of their drafts
 */
public record JournalBatch(
        UUID writer, Instant decidedAt, List<JournalEntry> entries, List<RecordId> ids) {

    public JournalBatch {
        entries = List.copyOf(entries);
        ids = List.copyOf(ids);
    }
}
