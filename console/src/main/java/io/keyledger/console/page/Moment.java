package io.keyledger.console.page;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A moment that a page is asked about: as browsers send it, which is UTC to the minute or second,
 * or as in RFC 3339.
 *
 * @param at null for now
 * @param text what was sent, for the field
 * @param unreadable whether it cannot be meant, and now is shown instead
 */
public record Moment(@Nullable Instant at, String text, boolean unreadable) {

    /** What it is called in addresses of pages. */
    public static final String PARAMETER = "at";

    public static final Moment NOW = new Moment(null, "", false);
    private static final int LAST_YEAR = 9999;

    public static Moment of(@Nullable String sent) {
        String text = Typed.text(sent);
        if (text.isEmpty()) {
            return NOW;
        }
        try {
            OffsetDateTime time =
                    text.matches(".*(?i:z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                            : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                Instant at = time.toInstant();
                return new Moment(at, Typed.time(at), false);
            }
        } catch (DateTimeException _) {
            // told below, as a year out of range is
        }
        return new Moment(null, text, true);
    }

    /**
     * The same for a page that shows nothing rather than another moment.
     *
     * @throws Unreadable if it cannot be meant
     */
    public static Moment required(@Nullable String sent) {
        Moment moment = of(sent);
        if (moment.unreadable()) {
            throw new Unreadable(
                    "The moment cannot be read: it is a time such as 2026-03-03T14:02:11Z");
        }
        return moment;
    }

    public boolean isPast() {
        return at != null;
    }

    /** What may be done, which in the past is nothing. */
    public boolean lets(boolean may) {
        return may && at == null;
    }

    /** As addresses have it; empty for now. */
    public String sent() {
        return at == null ? "" : at.toString();
    }

    /** What times are compared with. */
    public Instant clock() {
        return at == null ? Instant.now() : at;
    }
}
