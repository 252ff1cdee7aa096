package io.keyledger.console.report;

import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Whom a review looks at: those of a group, or who have long done nothing, or all. */
record Filter(@Nullable String group, @Nullable String unusedDays) {

    private static final String PAGE_SIZE = "200";

    /** As the API calls it of service users. */
    Map<String, String> ofServiceUsers(Instant now) {
        return parameters("unusedSince", now);
    }

    /** As the API calls it of people. */
    Map<String, String> ofPeople(Instant now) {
        return parameters("notSince", now);
    }

    private Map<String, String> parameters(String since, Instant now) {
        Map<String, String> parameters = new TreeMap<>(Map.of("limit", PAGE_SIZE));
        Typed.put(parameters, "group", group);
        Integer days = Typed.integer("unusedDays", unusedDays);
        if (days != null) {
            parameters.put(since, now.minus(Duration.ofDays(days)).toString());
        }
        return parameters;
    }
}
