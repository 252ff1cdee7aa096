package io.keyledger.client.api;

/** The answer to a change: what it was to, and its version now. */
public record Changed(String id, long version) {}
