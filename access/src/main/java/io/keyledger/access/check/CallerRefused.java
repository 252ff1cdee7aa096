package io.keyledger.access.check;

import io.keyledger.shared.use.RecordId;

import java.time.Instant;

/**
 * The one who asked about another's key may not ask. The record is of the caller's key; the target
 * was not looked at. {@link DenyReason#isAuthentication()} tells 401 from 403.
 */
public record CallerRefused(DenyReason reason, RecordId recordId, Instant decidedAt)
        implements CheckResult {}
