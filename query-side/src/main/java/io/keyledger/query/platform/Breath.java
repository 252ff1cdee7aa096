package io.keyledger.query.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a loop pauses after a portion, so that under load it does few large ones instead of many
 * small ones, each of which costs the same besides its rows. The longer a portion took, the longer
 * is the pause, within limits. Whoever waits for what the loop does cuts it short. For one thread.
 */
public final class Breath {

    /** So that the loop works a tenth of the time. */
    private static final long PAUSE_PER_WORK = 9;

    private final Signal hurried;
    private final long shortest;
    private final long longest;
    private long heard;
    private long taken = System.nanoTime();
    private long until = taken;

    public Breath(Signal hurried, Duration shortest, Duration longest) {
        this.hurried = hurried;
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
    }

    /** Waits for what is left of the pause. */
    public void take() throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left > 0) {
            hurried.await(heard, left);
        }
        heard = hurried.count();
        taken = System.nanoTime();
    }

    /** A portion was applied, and nothing is left. */
    public void begin() {
        long now = System.nanoTime();
        until = now + Math.clamp((now - taken) * PAUSE_PER_WORK, shortest, longest);
    }
}
