package io.keyledger.shared.policy;

import java.time.Instant;

/**
 * So many allowed uses per service user in fixed windows of the database's clock, counted from
 * 1970-01-01T00:00:00Z.
 */
public record RateLimit(long uses, long perSeconds) {

    /** The first second of the window that holds this moment, since 1970-01-01T00:00:00Z. */
    public long windowOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), Math.max(1, perSeconds))
                * Math.max(1, perSeconds);
    }
}
