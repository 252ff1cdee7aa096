package io.keyledger.client.api;

/**
 * How many there are.
 *
 * @param exact false if there are more than {@code count}, where counting ended
 */
public record Count(long count, boolean exact) {}
