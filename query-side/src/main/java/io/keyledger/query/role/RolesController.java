package io.keyledger.query.role;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Holders;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Member;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
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
    @Operation(summary = "List roles, of a workspace or of all; now or at a time")
    Page<RoleView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject RoleQuery query,
            @ParameterObject SortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        RoleFilter filter = query.read();
        AsOf state = directory.asOf(when);
        ListOrder order = Roles.SORTS.read(sort.sort());
        PageRequest request = page.of(order, "roles", seen, filter, when.at());
        return roles.list(seen, filter, order, request, state);
    }

    @GetMapping({"/workspaces/{ws}/roles/count", "/roles/count"})
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many roles there are, up to 10,000; of a workspace or of all, now or at a"
                            + " time")
    CountView count(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject RoleQuery query,
            @ParameterObject AtQuery when) {
        return roles.count(workspaces.seen(ws, caller), query.read(), directory.asOf(when));
    }

    @GetMapping("/workspaces/{ws}/roles/{id}")
    @Requires("roles:view")
    @ReadsView("directory")
    @Operation(summary = "A role and who has it; now or at a time")
    ResponseEntity<RoleDetails> get(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        AsOf state = directory.asOf(when);
        RoleView role = roles.get(ws, id, state);
        RoleDetails details =
                new RoleDetails(
                        role,
                        roles.groupsWith(role.id(), state),
                        roles.policiesThatGrant(role.id(), state),
                        holders.ofRole(role.id(), state, holders(PageQuery.FIRST, null, role.id()))
                                .items(),
                        holders.countOfRole(role.id(), state));
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
        return holders.ofRole(role, directory.asOf(when), holders(page, when.at(), role));
    }

    private static PageRequest holders(PageQuery page, @Nullable String at, UUID role) {
        return page.of(NameOrder.PARTS, "role-holders", role, at);
    }
}
