package io.keyledger.query.deadletter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A parked entry.
 *
 * @param cause why it failed, or null if it stands behind another entry of its stream
 */
record DeadLetterView(
        String view,
        long position,
        String stream,
        String workspace,
        String type,
        @Nullable String cause,
        int attempts,
        Instant parkedAt,
        Instant triedAt) {}
