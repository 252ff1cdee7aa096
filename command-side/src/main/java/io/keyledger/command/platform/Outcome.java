package io.keyledger.command.platform;

import io.keyledger.shared.record.ConsistencyToken;

import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param version of the stream it was to, which is also there when nothing changed
 * @param token of the last event it wrote, or of the stream as it is
 */
public record Outcome(
        String stream, long version, @Nullable Object answer, ConsistencyToken token) {}
