package io.keyledger.client.api;

/**
 * Whom a change of something reaches at once.
 *
 * @param serviceUsers that are enabled and have it, by whatever way
 * @param keys of these that can be used
 */
public record Reach(Count serviceUsers, Count keys) {}
