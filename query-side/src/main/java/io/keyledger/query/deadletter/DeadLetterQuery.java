package io.keyledger.query.deadletter;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The parameters of a list of parked entries as they were sent. */
record DeadLetterQuery(
        @Parameter(
                        description = "A text, in whatever case, in type, stream or cause",
                        example = "IllegalState")
                @Nullable String q,
        @Parameter(description = "The view that could not apply them", example = "directory")
                @Nullable String view,
        @Parameter(description = "The workspace that they are of", example = "acme")
                @Nullable String workspace,
        @Parameter(description = "The event's type", example = "role.RoleDeleted")
                @Nullable String type,
        @Parameter(
                        description =
                                "failed, or waiting behind another entry of their stream; both if"
                                        + " left out",
                        example = "failed")
                @Nullable String state) {

    private static final String FAILED = "failed";
    private static final List<String> STATES = List.of(FAILED, "waiting");

    DeadLetterFilter read() {
        return new DeadLetterFilter(
                Filters.text("q", q),
                Filters.text("view", view),
                Filters.text("workspace", workspace),
                Filters.text("type", type),
                isFailed());
    }

    private @Nullable Boolean isFailed() {
        String known = Filters.oneOf("state", state, STATES);
        return known == null ? null : known.equals(FAILED);
    }
}
