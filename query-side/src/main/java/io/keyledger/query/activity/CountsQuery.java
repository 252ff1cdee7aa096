package io.keyledger.query.activity;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which days are asked for, and whose, as it was sent. */
record CountsQuery(
        @Parameter(
                        description = "First day, in UTC; 29 days before the last if left out",
                        example = "2026-11-01")
                @Nullable String from,
        @Parameter(description = "Last day, in UTC; today if left out", example = "2026-11-23")
                @Nullable String to,
        @Parameter(description = "Id of a service user, of whom alone is counted")
                @Nullable String user,
        @Parameter(description = "Id of a key, of which alone is counted") @Nullable String key) {

    static final int MAX_DAYS = 400;
    private static final int DEFAULT_DAYS = 30;

    /**
     * @param today by the database's clock
     * @throws ApiProblem 400 naming the parameter at fault
     */
    CountsFilter read(LocalDate today) {
        LocalDate last = to == null ? today : day("to", to);
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : day("from", from);
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw ApiProblem.invalid("from", "from is 1 to " + MAX_DAYS + " days, to among them");
        }
        return new CountsFilter(first, last, Filters.id("user", user), Filters.text("key", key));
    }

    private static LocalDate day(String field, String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // answered below, as another form is
        }
        throw ApiProblem.invalid(field, field + " is a day, such as 2026-11-23");
    }
}
