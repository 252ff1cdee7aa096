package io.keyledger.command.platform;

import io.keyledger.shared.record.ConsistencyToken;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What came of a command.
 *
 * @param version of the stream it was to, which is also there when nothing changed
 * @param token of the last event it wrote, or of the stream as it is
 * @param writtenAt when its events were written, by the database's clock; null when nothing changed
 * @param answer what the handler answered besides
 */
public record Outcome(
        String stream,
        long version,
        ConsistencyToken token,
        @Nullable Instant writtenAt,
        @Nullable Object answer) {}
