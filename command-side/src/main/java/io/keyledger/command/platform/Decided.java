package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;

/** What a handler answers: the stream it decided on, its version now, and an answer of its own. */
public record Decided(String stream, long version, @Nullable Object answer) {}
