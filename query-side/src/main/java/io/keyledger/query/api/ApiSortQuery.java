package io.keyledger.query.api;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of APIs, as it was sent. */
record ApiSortQuery(
        @Parameter(
                        description =
                                "name, createdAt or routeCount; with a minus before it the other way round; name if left out",
                        example = "-routeCount")
                @Nullable String sort) {}
