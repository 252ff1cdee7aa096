package io.keyledger.query.role;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameters of a list of roles as they were sent. */
record RoleQuery(
        @Parameter(
                        description =
                                "A text, in whatever case, in name, description or permissions",
                        example = "catalog")
                @Nullable String q,
        @Parameter(
                        description = "A permission that they hold, by name or by a pattern",
                        example = "catalog.assets:view")
                @Nullable String permission) {

    RoleFilter read() {
        return new RoleFilter(Filters.text("q", q), Filters.permission("permission", permission));
    }
}
