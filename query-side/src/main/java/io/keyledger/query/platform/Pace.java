package io.keyledger.query.platform;

import java.time.Duration;

/** How long a loop pauses: little after work, more and more while there is none. */
public final class Pace {

    private final long shortest;
    private final long longest;
    private long next;

    public Pace(Duration shortest, Duration longest) {
        this.shortest = shortest.toMillis();
        this.longest = longest.toMillis();
        this.next = this.shortest;
    }

    void restart() {
        next = shortest;
    }

    long nextMillis() {
        long pause = next;
        next = Math.min(longest, next * 2);
        return pause;
    }
}
