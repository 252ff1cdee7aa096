package io.keyledger.access.batch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Tells the time by the database's clock without asking it, from when it was read. It showed what
 * it did after the statement that read it was sent, so that what has passed since then is too much
 * rather than too little: the time told is not before the moment of asking. Of the readings within
 * a second the one counts that took the shortest way, by which the time told is the earliest.
 */
final class DatabaseClock {

    private static final long TRUSTED_FOR = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BEST_FOR = TimeUnit.SECONDS.toNanos(1);

    private Instant best = Instant.MIN;
    private long bestSent;
    private long lastSent;

    /**
     * It was read.
     *
     * @param sent when the statement that read it was sent, in nanoseconds of our own clock
     */
    void read(Instant clock, long sent) {
        lastSent = sent;
        if (best.equals(Instant.MIN)
                || sent - bestSent > BEST_FOR
                || clock.isBefore(best.plusNanos(sent - bestSent))) {
            best = clock;
            bestSent = sent;
        }
    }

    /** The time, in whole microseconds, if the clock was read a moment ago. */
    @Nullable Instant now(long nanos) {
        return best.equals(Instant.MIN) || nanos - lastSent > TRUSTED_FOR
                ? null
                : best.plusNanos(nanos - bestSent + 999).truncatedTo(ChronoUnit.MICROS);
    }
}
