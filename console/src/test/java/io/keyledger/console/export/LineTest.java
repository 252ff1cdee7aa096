package io.keyledger.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.export.Export.State;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

import java.io.IOException;
import java.time.Instant;

class LineTest {

    private static final Instant BEGAN = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void oneUnderWayTellsRowsRateAndTimeLeft() {
        Line line = line(State.RUNNING, 412_000, 0.38, 20, null);
        assertThat(line.written()).isEqualTo("412,000 rows");
        assertThat(line.percent()).isEqualTo(38);
        assertThat(line.rate()).isEqualTo("20,600 rows a second");
        assertThat(line.left()).isEqualTo("about 33 s left");
        assertThat(line.told()).isEqualTo("25 % written");
    }

    @Test
    void nobodyIsToldATimeThatIsNotKnown() {
        assertThat(line(State.RUNNING, 1, Gauge.UNKNOWN, 20, null).isMeasured()).isFalse();
        assertThat(line(State.RUNNING, 1, Gauge.UNKNOWN, 20, null).left())
                .startsWith("how long is not known");
        assertThat(line(State.RUNNING, 1, 0.5, 1, null).left())
                .isEqualTo("time left not known yet");
        assertThat(line(State.RUNNING, 0, 0, 20, null).left()).isEqualTo("time left not known yet");
        assertThat(line(State.RUNNING, 1, 0.5, 1, null).rate()).isEmpty();
    }

    @Test
    void oneThatIsOverTellsWhatItTookAndHowLongItIs() {
        Line line = line(State.COMPLETE, 1, Gauge.UNKNOWN, 61, null);
        assertThat(line.written()).isEqualTo("1 row");
        assertThat(line.percent()).isEqualTo(100);
        assertThat(line.took()).isEqualTo("1 min 1 s");
        assertThat(line.size()).isEqualTo("1.5 MB");
    }

    @Test
    void whatTheConsoleRanOutOfIsNotTakenForTheApisFault() {
        IOException full = new Full("there is no room");
        assertThat(line(State.FAILED, 1, 0.5, 9, new ResourceAccessException("x", full)).why())
                .isEqualTo("there is no room");
        assertThat(line(State.FAILED, 1, 0.5, 9, new Unwritten(new IOException("disk"))).why())
                .contains("disk may be full");
        assertThat(line(State.FAILED, 1, 0.5, 9, new ResourceAccessException("x")).why())
                .startsWith("Keyledger stopped answering");
    }

    private static Line line(
            State state, long rows, double share, int seconds, @Nullable Exception failure) {
        return new Line(state, rows, share, 1_490_000, BEGAN, BEGAN.plusSeconds(seconds), failure);
    }
}
