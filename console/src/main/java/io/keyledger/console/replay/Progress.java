package io.keyledger.console.replay;

import io.keyledger.client.api.Replays.Rebuild;
import io.keyledger.client.api.Replays.Replay;
import io.keyledger.console.page.Times;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** How far a replay is, in words, and what may be done with it. */
record Progress(Replay replay) {

    private static final String RUNNING = "running";
    private static final String PAUSED = "paused";
    private static final String COMPLETED = "completed";
    private static final int PERCENT = 100;

    public boolean isRunning() {
        return replay.state().equals(RUNNING);
    }

    public boolean isPaused() {
        return replay.state().equals(PAUSED);
    }

    public boolean isOver() {
        return !isRunning() && !isPaused();
    }

    /** What it is at, of several views the slowest's; the ledger goes on after it is complete. */
    public long shown() {
        return replay.state().equals(COMPLETED) ? replay.head() : replay.position();
    }

    public String percent() {
        return percent(shown(), replay.head());
    }

    public String rate() {
        Long rate = replay.ratePerSecond();
        return rate == null ? "" : "%,d entries a second".formatted(rate);
    }

    public String left() {
        if (!isRunning()) {
            return "";
        }
        Long seconds = replay.secondsLeft();
        return seconds == null ? "not known yet" : Times.span(Duration.ofSeconds(seconds));
    }

    /** How long it took, once it is over. */
    public @Nullable String took() {
        return replay.startedAt() == null || replay.finishedAt() == null
                ? null
                : Times.span(Duration.between(replay.startedAt(), replay.finishedAt()));
    }

    public List<Rebuild> views() {
        return Typed.orNone(replay.views());
    }

    public String percentOf(Rebuild view) {
        return view.state().equals(COMPLETED)
                ? percent(1, 1)
                : percent(view.position(), replay.head());
    }

    private static String percent(long position, long head) {
        return (head <= 0 ? PERCENT : Math.min(PERCENT, position * PERCENT / head)) + " %";
    }
}
