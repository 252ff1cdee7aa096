package io.keyledger.query.role;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.Holders;
import io.keyledger.query.current.Member;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
@RequestMapping("/api/v1/workspaces/{ws}/roles")
@Tag(name = "Roles")
class RolesController {

    private final Roles roles;
    private final Holders holders;
    private final Workspaces workspaces;

    RolesController(Roles roles, Holders holders, Workspaces workspaces) {
        this.roles = roles;
        this.holders = holders;
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "List roles by name")
    Page<RoleView> list(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        return roles.list(ws, PageRequest.of(limit, cursor, 2, "roles", ws));
    }

    @GetMapping("/{id}")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "A role and who has it")
    ResponseEntity<RoleDetails> get(@PathVariable String ws, @PathVariable String id) {
        RoleView role = roles.get(ws, id);
        RoleDetails details =
                new RoleDetails(
                        role,
                        roles.groupsWith(role.id()),
                        holders.ofRole(role.id(), request(null, null, role.id())).items(),
                        holders.countOfRole(role.id()));
        return ResponseEntity.ok().eTag("\"" + role.version() + "\"").body(details);
    }

    @GetMapping("/{id}/service-users")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "Service users that have a role themselves")
    Page<Member> serviceUsers(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        UUID role = roles.get(ws, id).id();
        return holders.ofRole(role, request(limit, cursor, role));
    }

    private static PageRequest request(@Nullable String limit, @Nullable String cursor, UUID role) {
        return PageRequest.of(limit, cursor, 2, "role-holders", role);
    }
}
