package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Between which moments changes are asked for, as it was sent. */
record ChangedQuery(
        @Parameter(
                        description = "The first moment (RFC 3339)",
                        required = true,
                        example = "2026-11-23T08:00:00Z")
                @Nullable String from,
        @Parameter(
                        description = "The second moment (RFC 3339); now if left out",
                        example = "2026-11-24T08:00:00Z")
                @Nullable String to,
        @Parameter(
                        description =
                                "service-user, api-key, person, user-group, role, security-policy,"
                                        + " api, api-route or workspace; of all if left out",
                        example = "role")
                @Nullable String kind) {

    /**
     * @param to null for now
     */
    record Asked(Instant from, @Nullable Instant to, @Nullable String kind) {}

    /**
     * @throws ApiProblem 400 naming the parameter at fault
     */
    Asked read() {
        Instant first = Filters.time("from", from);
        Instant second = Filters.time("to", to);
        if (first == null) {
            throw ApiProblem.invalid("from", "from must be given");
        }
        if (second != null && second.isBefore(first)) {
            throw ApiProblem.invalid("to", "to is not before from");
        }
        return new Asked(first, second, Filters.oneOf("kind", kind, ChangedThings.KINDS));
    }
}
