package io.keyledger.query.paging;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Query parameters as values. Each refuses what it cannot read by a 400 that names it. */
public final class Filters {

    private static final int MAX_TEXT = 200;
    private static final int LAST_YEAR = 9999;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Filters() {}

    /** An id, or nothing for a text that can be nobody's. */
    public static Optional<UUID> id(String text) {
        return UUID_FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    public static @Nullable UUID id(String field, @Nullable String text) {
        return text == null
                ? null
                : id(text).orElseThrow(
                                () -> ApiProblem.invalid(field, field + " is an id, a UUID"));
    }

    /** RFC 3339, such as {@code 2026-11-23T00:00:00Z}. */
    public static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException _) {
            // answered below, as a year out of range is
        }
        throw ApiProblem.invalid(
                field, field + " is a time as in RFC 3339, such as 2026-11-23T00:00:00Z");
    }

    public static @Nullable String oneOf(
            String field, @Nullable String text, List<String> allowed) {
        if (text == null || allowed.contains(text)) {
            return text;
        }
        throw ApiProblem.invalid(field, field + " is one of " + String.join(", ", allowed));
    }

    public static @Nullable Permission permission(String field, @Nullable String text) {
        try {
            return text == null ? null : new Permission(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    public static @Nullable String text(String field, @Nullable String text) {
        if (text == null || (text.length() <= MAX_TEXT && !text.isBlank() && plain(text))) {
            return text;
        }
        throw ApiProblem.invalid(field, field + " is a text of 1 to " + MAX_TEXT + " characters");
    }

    private static boolean plain(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
