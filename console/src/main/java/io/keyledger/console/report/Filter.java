package io.keyledger.console.report;

import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Whom a review looks at: those of a group, or who have long done nothing, or all. */
record Filter(@Nullable String group, @Nullable String unusedDays) {

    /** As addresses of pages have it. */
    Map<String, String> asked(Moment moment) {
        Map<String, String> asked = new LinkedHashMap<>();
        Typed.put(asked, "group", group);
        Typed.put(asked, "unusedDays", unusedDays);
        Typed.put(asked, Moment.PARAMETER, moment.sent());
        return asked;
    }

    /** As people call it. */
    Map<String, String> named(Directory directory, Moment moment) {
        Map<String, String> named = new LinkedHashMap<>();
        Typed.put(named, "group", directory.names().getOrDefault(Typed.text(group), group));
        Typed.put(named, "unused for days", unusedDays);
        Typed.put(named, "as of", moment.sent());
        return named;
    }

    /** As the API calls it of service users. */
    Map<String, String> ofServiceUsers(Instant now) {
        return parameters("unusedSince", now);
    }

    /** As the API calls it of people. */
    Map<String, String> ofPeople(Instant now) {
        return parameters("notSince", now);
    }

    private Map<String, String> parameters(String since, Instant now) {
        Map<String, String> parameters = new TreeMap<>();
        Typed.put(parameters, "group", group);
        Integer days = Typed.integer("unusedDays", unusedDays);
        if (days != null) {
            parameters.put(since, now.minus(Duration.ofDays(days)).toString());
        }
        return parameters;
    }
}
