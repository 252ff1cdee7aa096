package io.keyledger.query.permissions;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.AtQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Effective permissions. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}")
@Tag(name = "Permissions")
class PermissionsController {

    private final EffectivePermissions permissions;
    private final DirectoryAt directory;

    PermissionsController(EffectivePermissions permissions, DirectoryAt directory) {
        this.permissions = permissions;
        this.directory = directory;
    }

    @GetMapping("/service-users/{id}/permissions")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(summary = "What a service user may do, and why; now or at a time")
    PermissionsView ofServiceUser(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        return permissions.of(Bearer.SERVICE_USER, ws, id, directory.of(when.read()));
    }

    @GetMapping("/people/{id}/permissions")
    @Requires("people:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "What a person may do by its groups in the workspace, and why; now or at a"
                            + " time")
    PermissionsView ofPerson(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        return permissions.of(Bearer.PERSON, ws, id, directory.withPeople(when.read()));
    }

    @GetMapping("/groups/{id}/permissions")
    @Requires("groups:view")
    @ReadsView("directory")
    @Operation(summary = "What members of a user group may do by it; now or at a time")
    PermissionsView ofUserGroup(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        return permissions.of(Bearer.USER_GROUP, ws, id, directory.of(when.read()));
    }

    @GetMapping("/policies/{id}/permissions")
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "What a security policy grants while it is enabled; now or at a time")
    PermissionsView ofSecurityPolicy(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        return permissions.of(Bearer.SECURITY_POLICY, ws, id, directory.of(when.read()));
    }

    @GetMapping("/roles/{id}/permissions")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "What a role holds; now or at a time")
    PermissionsView ofRole(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        return permissions.of(Bearer.ROLE, ws, id, directory.of(when.read()));
    }
}
