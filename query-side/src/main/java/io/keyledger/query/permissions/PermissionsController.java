package io.keyledger.query.permissions;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Permissions")
class PermissionsController {

    private final EffectivePermissions permissions;
    private final DirectoryAt directory;

    PermissionsController(EffectivePermissions permissions, DirectoryAt directory) {
        this.permissions = permissions;
        this.directory = directory;
    }

    @GetMapping("/api/v1/workspaces/{ws}/service-users/{id}/permissions")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(summary = "What a service user may do, and why; now or at a time")
    PermissionsView get(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String at) {
        ViewsAt.Moment moment = directory.of(Filters.time("at", at));
        return permissions.of(ws, id, moment.at(), moment.position());
    }
}
