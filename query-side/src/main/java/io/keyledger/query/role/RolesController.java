package io.keyledger.query.role;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Holders;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Member;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** Roles, and who has them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Roles")
class RolesController {

    private final Roles roles;
    private final Holders holders;
    private final Workspaces workspaces;
    private final Ever ever;
    private final DirectoryAt directory;

    RolesController(
            Roles roles, Holders holders, Workspaces workspaces, Ever ever, DirectoryAt directory) {
        this.roles = roles;
        this.holders = holders;
        this.workspaces = workspaces;
        this.ever = ever;
        this.directory = directory;
    }

    @GetMapping({"/workspaces/{ws}/roles", "/roles"})
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "List roles by name, of a workspace or of all")
    Page<RoleView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        return roles.list(seen, page.of(NameOrder.PARTS, "roles", seen));
    }

    @GetMapping("/workspaces/{ws}/roles/{id}")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "A role and who has it")
    ResponseEntity<RoleDetails> get(@PathVariable String ws, @PathVariable String id) {
        RoleView role = roles.get(ws, id);
        RoleDetails details =
                new RoleDetails(
                        role,
                        roles.groupsWith(role.id()),
                        roles.policiesThatGrant(role.id()),
                        holders.ofRole(role.id(), null, holders(PageQuery.FIRST, null, role.id()))
                                .items(),
                        holders.countOfRole(role.id()));
        return ResponseEntity.ok().eTag("\"" + role.version() + "\"").body(details);
    }

    @GetMapping("/workspaces/{ws}/roles/{id}/service-users")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "Service users that have a role themselves")
    Page<Member> serviceUsers(
            @PathVariable String ws,
            @PathVariable String id,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        UUID role = ever.require(Kind.ROLE, ws, id);
        Long position = when.at() == null ? null : directory.of(when.read()).position();
        return holders.ofRole(role, position, holders(page, when.at(), role));
    }

    private static PageRequest holders(PageQuery page, @Nullable String at, UUID role) {
        return page.of(NameOrder.PARTS, "role-holders", role, at);
    }
}
