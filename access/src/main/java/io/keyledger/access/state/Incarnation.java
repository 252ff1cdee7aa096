package io.keyledger.access.state;

import java.time.Instant;

/**
 * Which running database it is. After a restore, equal versions may mean different content; then
 * one of these differs.
 */
record Incarnation(long systemIdentifier, long timeline, Instant startedAt) {}
