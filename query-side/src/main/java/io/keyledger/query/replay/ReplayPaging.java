package io.keyledger.query.replay;

import io.keyledger.access.problem.ApiProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what names replays in requests. */
final class ReplayPaging {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ReplayPaging() {}

    static UUID id(String id) {
        if (!ID.matcher(id).matches()) {
            throw unknown();
        }
        return UUID.fromString(id);
    }

    static @Nullable UUID cursor(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!ID.matcher(cursor).matches()) {
            throw ApiProblem.invalid("cursor", "this is no cursor of this list");
        }
        return UUID.fromString(cursor);
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

    static ApiProblem unknown() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "unknown-replay", "There is no such replay.");
    }
}
