package io.keyledger.query.api;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameters of a list of routes as they were sent. */
record RouteQuery(
        @Parameter(
                        description =
                                "A text, in whatever case, in path, permission or type of resource",
                        example = "assets")
                @Nullable String q,
        @Parameter(description = "Id of the API") @Nullable String api,
        @Parameter(description = "HTTP method", example = "GET") @Nullable String method,
        @Parameter(description = "What the route requires", example = "catalog.assets:view")
                @Nullable String permission) {

    RouteFilter read() {
        return new RouteFilter(
                Filters.text("q", q),
                Filters.id("api", api),
                Filters.text("method", method),
                Filters.permission("permission", permission));
    }
}
