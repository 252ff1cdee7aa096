package io.keyledger.query.usergroup;

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
@RequestMapping("/api/v1/workspaces/{ws}/groups")
@Tag(name = "Groups")
class UserGroupsController {

    private final UserGroups groups;
    private final Holders holders;
    private final Workspaces workspaces;

    UserGroupsController(UserGroups groups, Holders holders, Workspaces workspaces) {
        this.groups = groups;
        this.holders = holders;
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires("groups:view")
    @ReadsView("directory")
    @Operation(summary = "List user groups by name")
    Page<UserGroupView> list(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        return groups.list(ws, PageRequest.of(limit, cursor, 2, "groups", ws));
    }

    @GetMapping("/{id}")
    @Requires("groups:view")
    @ReadsView("directory")
    @Operation(summary = "A user group and its first members")
    ResponseEntity<UserGroupDetails> get(@PathVariable String ws, @PathVariable String id) {
        UserGroupView group = groups.get(ws, id);
        var members = holders.ofGroup(group.id(), request(null, null, group.id())).items();
        return ResponseEntity.ok()
                .eTag("\"" + group.version() + "\"")
                .body(new UserGroupDetails(group, members));
    }

    @GetMapping("/{id}/members")
    @Requires("groups:view")
    @ReadsView("directory")
    @Operation(summary = "Members of a user group")
    Page<Member> members(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        UUID group = groups.get(ws, id).id();
        return holders.ofGroup(group, request(limit, cursor, group));
    }

    private static PageRequest request(
            @Nullable String limit, @Nullable String cursor, UUID group) {
        return PageRequest.of(limit, cursor, 2, "group-members", group);
    }
}
