package io.keyledger.access.batch;

import io.keyledger.access.check.CheckResult;
import io.keyledger.access.journal.UseDraft;
import io.keyledger.shared.use.RecordId;

import java.time.Instant;
import java.util.function.BiFunction;

/**
 * What of a request is to be recorded, and what it is answered once it is.
 *
 * @param use the same one for all requests of a caller that is refused
 */
record Outcome(UseDraft use, BiFunction<RecordId, Instant, CheckResult> answer) {}
