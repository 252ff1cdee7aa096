package io.keyledger.command.web;

import io.keyledger.access.problem.ApiProblem;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version an edit was based on (RFC 9110, section 13.1.1): one strong entity tag, or {@code *}.
 */
final class IfMatch {

    static final String NAME = "If-Match";

    private static final Pattern FORM = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    static @Nullable Long version(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            throw ApiProblem.invalid(
                    NAME, "If-Match must be an ETag that was answered, such as \"7\".");
        }
        return Long.valueOf(matcher.group(1));
    }
}
