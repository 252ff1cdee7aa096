package io.keyledger.query.role;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of roles, as it was sent. */
record SortQuery(
        @Parameter(
                        description =
                                "name or createdAt; with a minus before it the other way round; name if left out",
                        example = "-createdAt")
                @Nullable String sort) {}
