package io.keyledger.access.oidc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to ask again somebody who did not answer: soon at first, since most are away for a moment,
 * and twice as late each time that he does not. Not safe for many threads.
 */
final class BackOff {

    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private Duration pause = Duration.ZERO;
    private long failedAt;

    /**
     * @param nanoTime as {@link System#nanoTime()} tells it
     */
    BackOff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.failedAt = nanoTime.getAsLong();
    }

    boolean isOver() {
        return nanoTime.getAsLong() - failedAt >= pause.toNanos();
    }

    void failed() {
        failedAt = nanoTime.getAsLong();
        Duration next = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST) > 0 ? LONGEST : next;
    }
}
