package io.keyledger.console.timeline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;

/**
 * How near a timeline is looked at: by days, or within two days by hours.
 *
 * @param from the first moment that is asked for, or null
 * @param to the first moment after, or null
 */
record Zoom(@Nullable Instant from, @Nullable Instant to) {

    /** As many days as the API counts at once. */
    static final int MOST_DAYS = 400;

    private static final int USUAL_DAYS = 30;
    private static final Duration BY_HOURS = Duration.ofDays(2);

    /** What cannot be read is left to the API, which says so. */
    static Zoom of(Map<String, String> filters) {
        return new Zoom(time(filters.get("from")), time(filters.get("to")));
    }

    public boolean isByHours() {
        return from != null
                && to != null
                && from.isBefore(to)
                && Duration.between(from, to).compareTo(BY_HOURS) <= 0;
    }

    /** Of hours. */
    Instant begin() {
        return Objects.requireNonNull(from);
    }

    /** Of hours. */
    Instant end() {
        return Objects.requireNonNull(to);
    }

    public boolean isWhole() {
        return from == null && to == null;
    }

    LocalDate firstDay(LocalDate today) {
        LocalDate last = lastDay(today);
        LocalDate asked = from == null ? last.minusDays(USUAL_DAYS - 1L) : day(from);
        LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
        if (asked.isAfter(last)) {
            return last;
        }
        return asked.isBefore(earliest) ? earliest : asked;
    }

    /** The day of the last moment before the end. */
    LocalDate lastDay(LocalDate today) {
        if (to != null) {
            return day(to.minusNanos(1));
        }
        return from != null && day(from).isAfter(today) ? day(from) : today;
    }

    static String beginningOf(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
