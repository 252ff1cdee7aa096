package io.keyledger.access.batch;

import io.keyledger.access.check.CheckResult;
import io.keyledger.access.journal.JournalBatch;

import java.util.List;
import java.util.stream.IntStream;

/** A batch that is decided and composed, but not recorded yet. */
record Drafts(List<Outcome> decided, JournalBatch batch) {

    /** What is answered once it is recorded, in the order of requests. */
    List<CheckResult> answers() {
        return IntStream.range(0, decided.size())
                .mapToObj(i -> decided.get(i).answer().apply(batch.ids().get(i), batch.decidedAt()))
                .toList();
    }
}
