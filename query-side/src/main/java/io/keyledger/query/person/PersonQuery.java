package io.keyledger.query.person;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The parameters of a list of people as they were sent. */
record PersonQuery(
        @Parameter(
                        description = "A text, in whatever case, in the name or the subject",
                        example = "ada")
                @Nullable String q,
        @Parameter(
                        description =
                                "enabled, disabled, or left (in no group of the workspace any"
                                        + " more); all but who left if left out",
                        example = "enabled")
                @Nullable String status,
        @Parameter(description = "Id of a group they are in") @Nullable String group,
        @Parameter(
                        description = "A permission they hold, in force, which may be an owner's",
                        example = "workspace.ownership:transfer")
                @Nullable String permission,
        @Parameter(
                        description = "They have not signed in at this time (RFC 3339) or later",
                        example = "2026-11-01T00:00:00Z")
                @Nullable String notSince) {

    private static final List<String> STATUSES = List.of("enabled", "disabled", "left");

    PersonFilter read() {
        return new PersonFilter(
                Filters.text("q", q),
                Filters.oneOf("status", status, STATUSES),
                Filters.id("group", group),
                Filters.permission("permission", permission),
                Filters.time("notSince", notSince));
    }
}
