package io.keyledger.query.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a loop pauses after a portion, so that under load it does few large ones instead of many
 * small ones, each of which costs the same besides its rows. The longer a portion took, the longer
 * is the pause, as long as what comes is done in time: at worst it waits for the portion that was
 * under way when it came, for the pause, and for its own portion. Whoever waits for what the loop
 * does cuts the pause short. For one thread.
 */
public final class Breath {

    /** So that the loop works a tenth of the time. */
    private static final long PAUSE_PER_WORK = 9;

    private final Signal hurried;
    private final long shortest;
    private final long inTime;
    private long heard;
    private long taken = System.nanoTime();
    private long until = taken;

    /**
     * @param shortest the pause after the quickest portion, and after those that leave no time
     * @param inTime how long what comes waits at most until it is done, if the next portion takes
     *     no longer than the last, and two of them leave the shortest pause
     */
    public Breath(Signal hurried, Duration shortest, Duration inTime) {
        this.hurried = hurried;
        this.shortest = shortest.toNanos();
        this.inTime = inTime.toNanos();
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
        until = now + after(now - taken);
    }

    /** The pause after a portion that took so long. */
    long after(long portion) {
        return Math.max(shortest, Math.min(portion * PAUSE_PER_WORK, inTime - 2 * portion));
    }
}
