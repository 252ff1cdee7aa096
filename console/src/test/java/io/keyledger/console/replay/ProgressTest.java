package io.keyledger.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Replays.Replay;
import io.keyledger.console.page.Times;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

class ProgressTest {

    private static final Instant BEGAN = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void oneUnderWayTellsRateAndTimeLeft() {
        Progress progress = progress("running", 250, 1_000, 1_234L, 3_725L, null);
        assertThat(progress.percent()).isEqualTo("25 %");
        assertThat(progress.rate()).isEqualTo("1,234 entries a second");
        assertThat(progress.left()).isEqualTo("1 h 2 min");
        assertThat(progress.isOver()).isFalse();
        assertThat(progress("running", 0, 1_000, null, null, null).left())
                .isEqualTo("not known yet");
    }

    @Test
    void oneThatRestsOrIsOverHasNothingLeftAndTellsWhatItTook() {
        assertThat(progress("paused", 250, 1_000, 1L, 9L, null).left()).isEmpty();
        Progress over = progress("completed", 0, 0, 1L, 0L, BEGAN.plusSeconds(61));
        assertThat(over.isOver()).isTrue();
        assertThat(over.took()).isEqualTo("1 min 1 s");
        assertThat(over.percent()).isEqualTo("100 %");
        assertThat(progress("completed", 7, 9, null, null, null).percent()).isEqualTo("100 %");
        assertThat(progress("cancelled", 7, 9, null, null, null).percent()).isEqualTo("77 %");
        assertThat(Times.span(Duration.ofSeconds(59))).isEqualTo("59 s");
    }

    private static Progress progress(
            String state,
            long position,
            long head,
            @Nullable Long rate,
            @Nullable Long left,
            @Nullable Instant finished) {
        return new Progress(
                new Replay(
                        new UUID(1, 1),
                        "all",
                        state,
                        position,
                        head,
                        rate,
                        left,
                        null,
                        null,
                        null,
                        BEGAN,
                        finished,
                        null));
    }
}
