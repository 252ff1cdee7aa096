package io.keyledger.query.audittrail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Between which entries everything lies that happened in an hour of a workspace. */
record Hour(String workspace, Instant at, long firstEntry, long lastEntry) {

    static Hour of(String workspace, Instant occurredAt, long entry) {
        return new Hour(workspace, occurredAt.truncatedTo(ChronoUnit.HOURS), entry, entry);
    }

    Hour merge(Hour other) {
        return new Hour(
                workspace,
                at,
                Math.min(firstEntry, other.firstEntry),
                Math.max(lastEntry, other.lastEntry));
    }
}
