package io.keyledger.query.projection;

import io.keyledger.query.platform.Signal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a view pauses after a portion, so that under load it applies few large ones instead of many
 * small ones, each of which costs the same besides its rows. Whoever waits for the view cuts it
 * short. For one thread.
 */
final class Breath {

    private static final Duration LENGTH = Duration.ofMillis(200);

    private final Signal hurried;
    private final Duration length;
    private long heard;
    private long until = System.nanoTime();

    Breath(Signal hurried) {
        this(hurried, LENGTH);
    }

    Breath(Signal hurried, Duration length) {
        this.hurried = hurried;
        this.length = length;
    }

    /** Waits for what is left of the pause. */
    void take() throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left > 0) {
            hurried.await(heard, left);
        }
        heard = hurried.count();
    }

    /** A portion was applied, and nothing is left. */
    void begin() {
        until = System.nanoTime() + length.toNanos();
    }
}
