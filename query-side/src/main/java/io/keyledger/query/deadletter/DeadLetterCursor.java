package io.keyledger.query.deadletter;

import io.keyledger.access.problem.ApiProblem;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the list ends. */
record DeadLetterCursor(String view, long position) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,60}):(\\d{1,18})");

    static DeadLetterCursor read(@Nullable String cursor) {
        if (cursor == null) {
            return new DeadLetterCursor("", 0);
        }
        Matcher form = FORM.matcher(decoded(cursor));
        if (!form.matches()) {
            throw ApiProblem.invalid("cursor", "this is no cursor of this list");
        }
        return new DeadLetterCursor(form.group(1), Long.parseLong(form.group(2)));
    }

    static String after(DeadLetterView last) {
        String text = last.view() + ":" + last.position();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MAX_LIMIT) {
            throw ApiProblem.invalid("limit", "limit is a number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
