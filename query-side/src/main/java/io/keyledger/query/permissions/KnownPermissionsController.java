package io.keyledger.query.permissions;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.permissions.KnownPermissions.KnownPermission;
import io.keyledger.shared.permission.PermissionPattern;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to be granted, for whoever writes a role. */
@RestController
@Tag(name = "Permissions")
class KnownPermissionsController {

    private final KnownPermissions known;

    KnownPermissionsController(KnownPermissions known) {
        this.known = known;
    }

    @GetMapping("/api/v1/workspaces/{ws}/known-permissions")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "The permissions that routes of a workspace require or its roles hold by name,"
                            + " or those that a pattern covers")
    Page<KnownPermission> list(
            @PathVariable String ws,
            @Parameter(
                            description = "What a role may hold, with or without a wildcard",
                            example = "catalog.*:view")
                    @RequestParam(required = false)
                    @Nullable String pattern,
            @ParameterObject PageQuery page) {
        if (pattern != null && !PermissionPattern.isPattern(pattern)) {
            throw ApiProblem.invalid(
                    "pattern",
                    "pattern is resource:action, such as catalog.assets:view, catalog.*:view or"
                            + " catalog:*");
        }
        return known.of(
                ws,
                pattern == null ? null : new PermissionPattern(pattern),
                page.of(1, "known-permissions", ws, pattern));
    }
}
