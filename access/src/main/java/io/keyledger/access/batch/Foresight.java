package io.keyledger.access.batch;

import io.keyledger.access.state.SnapshotTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Says whether a batch is decided before there is a snapshot of its own, on what the cache stands
 * at, in the hope that nothing has changed since. The more often in a row it hoped in vain, the
 * longer it rests.
 */
final class Foresight {

    private static final int LONGEST = 6;

    private final DatabaseClock clock = new DatabaseClock();
    private int inVain;
    private int resting;

    /**
     * The snapshot and the time to decide on; none if a snapshot is to be taken first.
     *
     * @param standing the snapshot that the cache stands at
     * @param nanos our own clock
     */
    @Nullable SnapshotTime of(@Nullable String standing, long nanos) {
        Instant now = clock.now(nanos);
        if (standing == null || now == null) {
            return null;
        }
        if (resting > 0) {
            resting--;
            return null;
        }
        return new SnapshotTime(now, standing);
    }

    /** Whether what was decided so stood. */
    void learn(boolean stood) {
        inVain = stood ? 0 : Math.min(inVain + 1, LONGEST);
        resting = stood ? 0 : (1 << inVain) - 2;
    }

    /**
     * A snapshot was taken, and the database's clock read.
     *
     * @param sentAt when the statement that did was sent, by our own clock
     */
    void taken(SnapshotTime taken, long sentAt) {
        clock.read(taken.now(), sentAt);
    }
}
