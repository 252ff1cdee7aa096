package io.keyledger.query.permissions;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.paging.Filters;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** What is asked about, as it was sent: a permission, or a method and a path. */
record WhoCanQuery(
        @Parameter(description = "One concrete permission", example = "catalog.assets:view")
                @Nullable String permission,
        @Parameter(description = "HTTP method; with path instead of permission", example = "GET")
                @Nullable String method,
        @Parameter(description = "Path without query", example = "/v1/assets/7")
                @Nullable String path,
        @Parameter(
                        description = "Name of the API, where several have the path",
                        example = "catalog")
                @Nullable String api,
        @Parameter(description = "Id of a service user: whether this one can, alone")
                @Nullable String serviceUser,
        @Parameter(description = "Id of a person: whether this one can, alone")
                @Nullable String person,
        @Parameter(
                        description = "Who could at this time (RFC 3339); now if left out",
                        example = "2026-11-23T08:00:00Z")
                @Nullable String at) {

    /**
     * The permission asked about, or null where method and path are.
     *
     * @throws ApiProblem 400 for anything but one question
     */
    @Nullable Permission read() {
        Permission asked = Filters.permission("permission", permission);
        if (asked != null && (method != null || path != null)) {
            throw ApiProblem.invalid(
                    "permission", "permission is not given together with method and path");
        }
        if (asked == null && method == null) {
            throw ApiProblem.invalid("permission", "permission, or method and path, must be given");
        }
        if (person != null && serviceUser != null) {
            throw ApiProblem.invalid("person", "person is not given together with serviceUser");
        }
        if (asked == null && path == null) {
            throw ApiProblem.invalid("path", "path must be given with a method");
        }
        return asked;
    }
}
