package io.keyledger.query.usetrail;

import java.util.Arrays;

/** Remembers the last of many numbers, no more than so many. */
final class LastOnes {

    private static final int FIRST = 64;

    private final int most;
    private long[] ring;
    private long count;

    LastOnes(int most) {
        this.most = most;
        this.ring = new long[Math.min(most, FIRST)];
    }

    void add(long number) {
        if (count == ring.length && ring.length < most) {
            ring = Arrays.copyOf(ring, Math.min(most, ring.length * 2));
        }
        ring[(int) (count++ % ring.length)] = number;
    }

    /** In the order in which they came. */
    long[] toArray() {
        int kept = (int) Math.min(count, ring.length);
        long[] last = new long[kept];
        for (int i = 0; i < kept; i++) {
            last[i] = ring[(int) ((count - kept + i) % ring.length)];
        }
        return last;
    }
}
