package io.keyledger.query.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a loop pauses after a portion, so that under load it does few large ones instead of many
 * small ones, each of which costs the same besides its rows. Whoever waits for what it does cuts it
 * short. For one thread.
 */
public final class Breath {

    private final Signal hurried;
    private final Duration length;
    private long heard;
    private long until = System.nanoTime();

    public Breath(Signal hurried, Duration length) {
        this.hurried = hurried;
        this.length = length;
    }

    /** Waits for what is left of the pause. */
    public void take() throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left > 0) {
            hurried.await(heard, left);
        }
        heard = hurried.count();
    }

    /** A portion was applied, and nothing is left. */
    public void begin() {
        until = System.nanoTime() + length.toNanos();
    }
}
