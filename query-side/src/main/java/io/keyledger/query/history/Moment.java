package io.keyledger.query.history;

import java.time.Instant;

/** Where an event stands: in the ledger, in its stream, and in time. */
public record Moment(long position, long version, Instant at) {}
