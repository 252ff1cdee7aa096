package io.keyledger.access.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.state.SnapshotTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ForesightTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final SnapshotTime TAKEN = new SnapshotTime(NOON, "7:7:");

    private final Foresight foresight = new Foresight();

    @Test
    void theTimeIsWhatTheClockShowedAndWhatHasPassedSinceItWasAskedRoundedUp() {
        foresight.taken(TAKEN, 5_000_000);
        assertThat(foresight.of("7:7:", 8_000_001))
                .isEqualTo(new SnapshotTime(NOON.plusNanos(3_001_000), "7:7:"));
        assertThat(foresight.of("7:7:", 8_000_000))
                .isEqualTo(new SnapshotTime(NOON.plusNanos(3_000_000), "7:7:"));
    }

    @Test
    void ofTheReadingsWithinASecondTheOneCountsByWhichItIsEarliest() {
        foresight.taken(TAKEN, 0);
        foresight.taken(at(3_000_000), 2_000_000);
        assertThat(time(4_000_000)).isEqualTo(NOON.plusNanos(4_000_000));
        foresight.taken(at(4_500_000), 5_000_000);
        assertThat(time(6_000_000)).isEqualTo(NOON.plusNanos(5_500_000));
        foresight.taken(at(1_005_100_000), 1_005_000_000);
        assertThat(time(1_005_000_000)).isEqualTo(NOON.plusNanos(1_004_500_000));
        foresight.taken(at(1_005_200_000), 1_005_000_001);
        assertThat(time(1_005_000_001)).isEqualTo(NOON.plusNanos(1_005_200_000));
    }

    @Test
    void nothingIsForeseenWithoutASnapshotOrAClockOrATenthOfASecondLater() {
        assertThat(foresight.of("7:7:", 0)).isNull();
        foresight.taken(TAKEN, 0);
        assertThat(foresight.of(null, 0)).isNull();
        assertThat(foresight.of("7:7:", 100_000_000)).isNotNull();
        assertThat(foresight.of("7:7:", 100_000_001)).isNull();
    }

    @Test
    void hopingInVainRestsLongerEachTimeUpToALimitAndOneSuccessForgetsIt() {
        foresight.taken(TAKEN, 0);
        List<Integer> rests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            foresight.learn(false);
            rests.add(rest());
        }
        assertThat(rests).containsExactly(0, 2, 6, 14, 30, 62, 62, 62);
        foresight.learn(true);
        foresight.learn(false);
        assertThat(rest()).isZero();
    }

    private static SnapshotTime at(long nanosAfterNoon) {
        return new SnapshotTime(NOON.plusNanos(nanosAfterNoon), "7:7:");
    }

    private @Nullable Instant time(long nanos) {
        SnapshotTime foreseen = foresight.of("7:7:", nanos);
        return foreseen == null ? null : foreseen.now();
    }

    private int rest() {
        int rest = 0;
        while (foresight.of("7:7:", 0) == null) {
            rest++;
        }
        return rest;
    }
}
