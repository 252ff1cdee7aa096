package io.keyledger.command.web;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.command.rule.ExpectedVersions;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions an edit may be based on (RFC 9110, section 13.1.1): {@code *}, or a list of entity
 * tags. They are compared strongly: a weak one never matches, nor does one that is no version.
 */
final class IfMatch {

    static final String NAME = "If-Match";

    private static final Pattern ELEMENT =
            Pattern.compile("[ \t]*(?:(W/)?\"([!#-~\\x80-\\xFF]*)\")?[ \t]*(?:,|$)");
    private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,17}");

    private IfMatch() {}

    /** Null if the header says nothing, or that there must be something. */
    static @Nullable ExpectedVersions version(@Nullable String header) {
        return header == null || header.strip().equals("*") ? null : listed(header);
    }

    private static ExpectedVersions listed(String header) {
        Set<Long> versions = new HashSet<>();
        boolean empty = true;
        Matcher element = ELEMENT.matcher(header);
        for (int at = 0; at < header.length(); at = element.end()) {
            if (!element.region(at, header.length()).lookingAt()) {
                throw malformed();
            }
            String tag = element.group(2);
            empty &= tag == null;
            if (tag != null && element.group(1) == null && VERSION.matcher(tag).matches()) {
                versions.add(Long.valueOf(tag));
            }
        }
        if (empty) {
            throw malformed();
        }
        return new ExpectedVersions(versions);
    }

    private static ApiProblem malformed() {
        return ApiProblem.invalid(
                NAME, "If-Match must be * or ETags that were answered, such as \"7\".");
    }
}
