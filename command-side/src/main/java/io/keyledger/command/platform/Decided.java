package io.keyledger.command.platform;

/** What a handler answers: the stream it decided on, and its version now. */
public record Decided(String stream, long version) {}
