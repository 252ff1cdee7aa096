package io.keyledger.query.api;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of routes, as it was sent. */
record RouteSortQuery(
        @Parameter(
                        description =
                                "path, method, permission (public ones first) or createdAt; with a minus before it the other way round; path if left out",
                        example = "permission")
                @Nullable String sort) {}
