package io.keyledger.console.export;

import io.keyledger.console.page.Times;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An export in words, at one moment. */
record Line(
        Export.State state,
        long rows,
        double share,
        long length,
        Instant startedAt,
        Instant endedAt,
        @Nullable Exception failure) {

    private static final int PERCENT = 100;
    private static final int QUARTER = 25;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);
    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB");
    private static final double THOUSAND = 1_000;

    /**
     * @param now which is the end of one that is running
     */
    static Line of(Export export, Instant now) {
        Instant ended = export.endedAt();
        return new Line(
                export.state(),
                export.gauge().rows(),
                export.gauge().share(),
                export.spool().length(),
                export.startedAt(),
                ended == null ? now : ended,
                export.failure());
    }

    public boolean isRunning() {
        return state == Export.State.RUNNING;
    }

    public boolean isComplete() {
        return state == Export.State.COMPLETE;
    }

    public boolean isFailed() {
        return state == Export.State.FAILED;
    }

    /** Whether it is known how much there is. */
    public boolean isMeasured() {
        return share >= 0;
    }

    public int percent() {
        return isComplete() ? PERCENT : (int) (Math.max(0, share) * PERCENT);
    }

    public String written() {
        return "%,d %s".formatted(rows, rows == 1 ? "row" : "rows");
    }

    public String rate() {
        return isYoung() ? "" : "%,d rows a second".formatted(rows * 1_000 / lasted().toMillis());
    }

    /** Once it has gone on for a while, and if it is known how much there is. */
    public String left() {
        if (!isMeasured()) {
            return "how long is not known, since nobody knows how much there is";
        }
        if (isYoung() || share == 0) {
            return "time left not known yet";
        }
        double millis = lasted().toMillis() * (1 - share) / share;
        return "about " + Times.span(Duration.ofSeconds(1 + (long) (millis / THOUSAND))) + " left";
    }

    public String took() {
        return Times.span(lasted());
    }

    public String size() {
        double size = length;
        int unit = 0;
        while (size >= THOUSAND && unit < UNITS.size() - 1) {
            size /= THOUSAND;
            unit++;
        }
        return String.format(
                Locale.ENGLISH, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS.get(unit));
    }

    public String why() {
        return failure == null ? "" : Failures.sentence(failure);
    }

    /** What is told aloud: it changes a few times, not every second. */
    public String told() {
        return switch (state) {
            case RUNNING -> percent() / QUARTER * QUARTER + " % written";
            case COMPLETE -> "complete, " + written();
            case CANCELLED -> "cancelled";
            case FAILED -> "failed";
        };
    }

    private boolean isYoung() {
        return lasted().compareTo(LONG_ENOUGH) < 0;
    }

    private Duration lasted() {
        return Duration.between(startedAt, endedAt);
    }
}
