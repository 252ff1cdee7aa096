package io.keyledger.console.page;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in UTC, by a clock that stands still. */
public record Times(Instant now) {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long RECENT_DAYS = 30;

    static Times of(Moment moment) {
        return new Times(moment.clock());
    }

    /** To the second, such as {@code 3 March 2026, 14:02:11 UTC}. */
    public String exact(Instant at) {
        return EXACT.format(at);
    }

    /** How far away, such as {@code 3 minutes ago} or {@code in 2 days}; a date when it is far. */
    public String near(@Nullable Instant at) {
        if (at == null) {
            return "never";
        }
        Duration since = Duration.between(at, now);
        Duration distance = since.abs();
        if (distance.toDays() > RECENT_DAYS) {
            return DAY.format(at);
        }
        if (distance.toSeconds() < 10) {
            return "just now";
        }
        String text = amount(distance);
        return since.isNegative() ? "in " + text : text + " ago";
    }

    /** How long something takes or took, such as {@code 3 min 20 s}. */
    public static String span(Duration duration) {
        if (duration.toMinutes() < 1) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() < 1
                ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }

    private static String amount(Duration distance) {
        if (distance.toMinutes() < 1) {
            return distance.toSeconds() + " seconds";
        }
        if (distance.toHours() < 1) {
            return counted(distance.toMinutes(), "minute");
        }
        return distance.toDays() < 1
                ? counted(distance.toHours(), "hour")
                : counted(distance.toDays(), "day");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
