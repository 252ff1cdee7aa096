package io.keyledger.shared.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class RateLimitTest {

    @Test
    void windowsAreCountedFrom1970() {
        RateLimit hourly = new RateLimit(10, 3600);
        assertThat(hourly.windowOf(Instant.EPOCH)).isZero();
        assertThat(hourly.windowOf(Instant.ofEpochSecond(3599, 999_999_000))).isZero();
        assertThat(hourly.windowOf(Instant.ofEpochSecond(3600))).isEqualTo(3600);
        assertThat(hourly.windowOf(Instant.ofEpochSecond(-1))).isEqualTo(-3600);
    }

    @Test
    void aWindowOfNoLengthIsReadAsOneSecond() {
        assertThat(new RateLimit(10, 0).windowOf(Instant.ofEpochSecond(7))).isEqualTo(7);
    }

    @Property
    void eachMomentIsInOneWindow(
            @ForAll @LongRange(min = -1_000_000_000, max = 10_000_000_000L) long second,
            @ForAll @LongRange(min = 1, max = 2_678_400) long perSeconds) {
        long start = new RateLimit(1, perSeconds).windowOf(Instant.ofEpochSecond(second));
        assertThat(second - start).isBetween(0L, perSeconds - 1);
        assertThat(start % perSeconds).isZero();
    }
}
