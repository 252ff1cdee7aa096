package io.keyledger.access.state;

import java.time.Instant;
import java.util.List;

/**
 * The moment a snapshot was taken.
 *
 * @param now the database's clock, in microseconds
 * @param snapshot as PostgreSQL writes a {@code pg_snapshot}
 * @param complete whether {@code changes} are all there were since the snapshot asked about
 */
record Moment(
        Instant now,
        String snapshot,
        Incarnation incarnation,
        boolean complete,
        List<Change> changes) {}
