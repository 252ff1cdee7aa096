package io.keyledger.access.check;

import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a check found. Its record is durable. */
public sealed interface CheckResult permits Decision, CallerRefused {

    /** Why not, or null if allowed: the true reason, which is not told. */
    @Nullable DenyReason reason();

    RecordId recordId();

    /** Time of decision by the database's clock, in microseconds. */
    Instant decidedAt();
}
