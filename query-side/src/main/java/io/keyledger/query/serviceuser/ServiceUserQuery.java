package io.keyledger.query.serviceuser;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The parameters of a list of service users as they were sent. */
record ServiceUserQuery(
        @Parameter(
                        description = "A text, in whatever case, in username, description or owner",
                        example = "import")
                @Nullable String q,
        @Parameter(description = "The whole username, in whatever case", example = "importer")
                @Nullable String username,
        @Parameter(
                        description = "enabled, disabled or deleted; all but deleted if left out",
                        example = "enabled")
                @Nullable String status,
        @Parameter(description = "Id of a group they are in") @Nullable String group,
        @Parameter(description = "Id of a role they have, themselves or by a group")
                @Nullable String role,
        @Parameter(description = "Id of a policy that reaches them, itself or by a group")
                @Nullable String policy,
        @Parameter(
                        description = "A permission they hold, in force",
                        example = "catalog.assets:view")
                @Nullable String permission,
        @Parameter(
                        description =
                                "None of their keys was used at this time (RFC 3339) or later",
                        example = "2026-11-01T00:00:00Z")
                @Nullable String unusedSince,
        @Parameter(description = "Who answers for them", example = "ada@example.com")
                @Nullable String owner,
        @Parameter(
                        description = "A key and a value; given several times, all must hold",
                        example = "team:data")
                List<String> label,
        @Parameter(
                        description = "They expire before this time (RFC 3339)",
                        example = "2026-12-31T00:00:00Z")
                @Nullable String expiresBefore) {

    private static final List<String> STATUSES = List.of("enabled", "disabled", "deleted");
    private static final int MAX_LABELS = 20;

    ServiceUserQuery {
        label = List.copyOf(label);
    }

    ServiceUserFilter read() {
        return new ServiceUserFilter(
                Filters.text("q", q),
                Filters.text("username", username),
                Filters.oneOf("status", status, STATUSES),
                Filters.id("group", group),
                Filters.id("role", role),
                Filters.id("policy", policy),
                Filters.permission("permission", permission),
                Filters.time("unusedSince", unusedSince),
                Filters.text("owner", owner),
                labels(),
                Filters.time("expiresBefore", expiresBefore));
    }

    private List<String> labels() {
        if (label.size() > MAX_LABELS) {
            throw ApiProblem.invalid("label", "label is given at most " + MAX_LABELS + " times");
        }
        for (String each : label) {
            if (each.indexOf(':') <= 0) {
                throw ApiProblem.invalid("label", "label is a key and a value, such as team:data");
            }
            Filters.text("label", each);
        }
        return label;
    }
}
