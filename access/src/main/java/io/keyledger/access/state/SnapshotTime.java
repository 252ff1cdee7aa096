package io.keyledger.access.state;

import java.time.Instant;

/** A snapshot as PostgreSQL writes it, and the database's clock read in it. */
public record SnapshotTime(Instant now, String snapshot) {}
