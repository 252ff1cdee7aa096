package io.keyledger.query.activity;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which hours are asked for, as they were sent. */
record HourQuery(
        @Parameter(
                        description =
                                "Not before this time (RFC 3339); two days before to if left out",
                        example = "2026-11-23T00:00:00Z")
                @Nullable String from,
        @Parameter(
                        description = "Before this time (RFC 3339); now if left out",
                        example = "2026-11-24T00:00:00Z")
                @Nullable String to) {

    static final long MAX_DAYS = 31;
    private static final Duration DEFAULT = Duration.ofDays(2);

    /** Whole hours from the first on, before the end. */
    record Hours(Instant first, Instant end) {}

    /**
     * @param now by the database's clock
     * @throws ApiProblem 400 naming the parameter at fault
     */
    Hours read(Instant now) {
        Instant end = Filters.time("to", to);
        Instant last = end == null ? now : end;
        Instant first = Filters.time("from", from);
        Instant begin = first == null ? last.minus(DEFAULT) : first;
        if (!begin.isBefore(last)
                || Duration.between(begin, last).compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            throw ApiProblem.invalid(
                    "from", "from is before to, and by no more than " + MAX_DAYS + " days");
        }
        return new Hours(begin.truncatedTo(ChronoUnit.HOURS), last);
    }
}
