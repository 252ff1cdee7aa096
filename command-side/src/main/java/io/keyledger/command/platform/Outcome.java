package io.keyledger.command.platform;

import io.keyledger.shared.record.ConsistencyToken;

import org.jspecify.annotations.Nullable;

/** What came of a command. */
public record Outcome(
        String stream, long version, @Nullable Object answer, ConsistencyToken token) {}
