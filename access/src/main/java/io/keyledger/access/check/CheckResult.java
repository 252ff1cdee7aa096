package io.keyledger.access.check;

import io.keyledger.shared.use.RecordId;

import java.time.Instant;

/** What a check found. Its record is durable. */
public sealed interface CheckResult permits Decision, CallerRefused {

    RecordId recordId();

    /** Time of decision by the database's clock, in microseconds. */
    Instant decidedAt();
}
