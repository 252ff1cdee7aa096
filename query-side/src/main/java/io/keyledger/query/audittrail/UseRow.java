package io.keyledger.query.audittrail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A use as a row; {@code reason} is why it was refused. */
record UseRow(
        long entry,
        Instant occurredAt,
        @Nullable UUID serviceUserId,
        String workspace,
        @Nullable String keyId,
        @Nullable String reason) {}
