package io.keyledger.query.apikey;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The parameters of a list of keys as they were sent. */
record KeyQuery(
        @Parameter(description = "Id of the service user") @Nullable String user,
        @Parameter(
                        description = "enabled, disabled or deleted; all but deleted if left out",
                        example = "enabled")
                @Nullable String status,
        @Parameter(
                        description = "Not used at this time (RFC 3339) or later",
                        example = "2026-11-01T00:00:00Z")
                @Nullable String unusedSince,
        @Parameter(
                        description = "The secret is older than so many times 24 hours, 0 to 36500",
                        example = "90")
                @Nullable String olderThanDays,
        @Parameter(
                        description = "Expires before this time (RFC 3339)",
                        example = "2026-12-31T00:00:00Z")
                @Nullable String expiresBefore,
        @Parameter(
                        description =
                                "Expires within so many times 24 hours, 1 to 36500, and has not yet",
                        example = "14")
                @Nullable String nearExpiryDays) {

    private static final List<String> STATUSES = List.of("enabled", "disabled", "deleted");
    private static final int MAX_DAYS = 36_500;

    KeyFilter read() {
        return new KeyFilter(
                Filters.id("user", user),
                Filters.oneOf("status", status, STATUSES),
                Filters.time("unusedSince", unusedSince),
                days("olderThanDays", olderThanDays, 0),
                Filters.time("expiresBefore", expiresBefore),
                days("nearExpiryDays", nearExpiryDays, 1));
    }

    private static @Nullable Integer days(String field, @Nullable String text, int least) {
        if (text == null) {
            return null;
        }
        int days = text.matches("0|[1-9]\\d{0,5}") ? Integer.parseInt(text) : -1;
        if (days < least || days > MAX_DAYS) {
            throw ApiProblem.invalid(
                    field, field + " is a number of days from " + least + " to " + MAX_DAYS);
        }
        return days;
    }
}
