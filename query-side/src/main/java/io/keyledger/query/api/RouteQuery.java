package io.keyledger.query.api;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
                @Nullable String permission,
        @Parameter(
                        description =
                                "public, for which a good key is enough, or permission, which"
                                        + " require one; both if left out",
                        example = "public")
                @Nullable String access) {

    private static final String PUBLIC = "public";
    private static final List<String> EITHER = List.of(PUBLIC, "permission");

    RouteFilter read() {
        return new RouteFilter(
                Filters.text("q", q),
                Filters.id("api", api),
                Filters.text("method", method),
                Filters.permission("permission", permission),
                isOpen());
    }

    private @Nullable Boolean isOpen() {
        String known = Filters.oneOf("access", access, EITHER);
        return known == null ? null : known.equals(PUBLIC);
    }
}
