package io.keyledger.query.usergroup;

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

/** User groups, and who is in them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Groups")
class UserGroupsController {

    private final UserGroups groups;
    private final Holders holders;
    private final Workspaces workspaces;
    private final Ever ever;
    private final DirectoryAt directory;

    UserGroupsController(
            UserGroups groups,
            Holders holders,
            Workspaces workspaces,
            Ever ever,
            DirectoryAt directory) {
        this.groups = groups;
        this.holders = holders;
        this.workspaces = workspaces;
        this.ever = ever;
        this.directory = directory;
    }

    @GetMapping({"/workspaces/{ws}/groups", "/groups"})
    @Requires("groups:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "List user groups with how many are in them, of a workspace or of all; now or at"
                            + " a time")
    Page<UserGroupView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject UserGroupQuery query,
            @ParameterObject CountsQuery counts,
            @ParameterObject SortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        UserGroupFilter filter = query.read();
        AsOf state = directory.asOfPeople(when);
        ListOrder order = UserGroups.SORTS.read(sort.sort());
        PageRequest request = page.of(order, "groups", seen, filter, when.at());
        return groups.list(seen, filter, counts.read(), order, request, state);
    }

    @GetMapping({"/workspaces/{ws}/groups/count", "/groups/count"})
    @Requires("groups:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many user groups there are, up to 10,000; of a workspace or of all, now or at a"
                            + " time")
    CountView count(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject UserGroupQuery query,
            @ParameterObject AtQuery when) {
        return groups.count(workspaces.seen(ws, caller), query.read(), directory.asOf(when));
    }

    @GetMapping("/workspaces/{ws}/groups/{id}")
    @Requires("groups:view")
    @ReadsView({"directory", "people"})
    @Operation(summary = "A user group and the service users in it; now or at a time")
    ResponseEntity<UserGroupDetails> get(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        AsOf state = directory.asOfPeople(when);
        UserGroupView group = groups.get(ws, id, state);
        var members =
                holders.ofGroup(group.id(), state, members(PageQuery.FIRST, null, group.id()))
                        .items();
        return ResponseEntity.ok()
                .eTag("\"" + group.version() + "\"")
                .body(new UserGroupDetails(group, members));
    }

    @GetMapping("/workspaces/{ws}/groups/{id}/members")
    @Requires("groups:view")
    @ReadsView("directory")
    @Operation(summary = "Service users in a user group")
    Page<Member> members(
            @PathVariable String ws,
            @PathVariable String id,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        UUID group = ever.require(Kind.USER_GROUP, ws, id);
        return holders.ofGroup(group, directory.asOf(when), members(page, when.at(), group));
    }

    private static PageRequest members(PageQuery page, @Nullable String at, UUID group) {
        return page.of(NameOrder.PARTS, "group-members", group, at);
    }
}
