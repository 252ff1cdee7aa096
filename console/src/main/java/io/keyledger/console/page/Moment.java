package io.keyledger.console.page;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A moment that a page is asked about, as browsers send it: UTC, to the minute or second.
 *
 * @param at null for now
 * @param text what was sent, for the field
 * @param unreadable whether it cannot be meant, and now is shown instead
 */
public record Moment(@Nullable Instant at, String text, boolean unreadable) {

    public static Moment of(String text) {
        if (text.isBlank()) {
            return new Moment(null, "", false);
        }
        try {
            String stripped = text.strip().replaceFirst("Z$", "");
            return new Moment(
                    LocalDateTime.parse(stripped).toInstant(ZoneOffset.UTC), stripped, false);
        } catch (DateTimeParseException _) {
            return new Moment(null, text, true);
        }
    }

    public boolean isPast() {
        return at != null;
    }
}
