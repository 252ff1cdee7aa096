package io.keyledger.query.paging;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The parameter of what is asked as of a time, as it was sent. */
public record AtQuery(
        @Parameter(
                        description = "As it was at this time (RFC 3339); as it is if left out",
                        example = "2026-11-23T08:00:00Z")
                @Nullable String at) {

    /** The time, or null for now. */
    public @Nullable Instant read() {
        return Filters.time("at", at);
    }
}
