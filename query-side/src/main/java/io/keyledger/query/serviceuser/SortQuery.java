package io.keyledger.query.serviceuser;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of service users, as it was sent. */
record SortQuery(
        @Parameter(
                        description =
                                "username, createdAt, lastUsed (never used first) or status; with a"
                                        + " minus before it the other way round; username if left"
                                        + " out",
                        example = "-lastUsed")
                @Nullable String sort) {}
