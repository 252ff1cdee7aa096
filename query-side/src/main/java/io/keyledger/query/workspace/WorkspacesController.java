package io.keyledger.query.workspace;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.SortedSet;

@RestController
@RequestMapping("/api/v1/workspaces")
@Tag(name = "Workspaces")
class WorkspacesController {

    private final Workspaces workspaces;

    WorkspacesController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires(value = "workspaces:view", in = Scope.OWN)
    @ReadsView("directory")
    @Operation(summary = "List the workspaces that the caller may see, by slug")
    Page<WorkspaceView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        SortedSet<String> only = caller.onlyWorkspaces();
        return workspaces.list(
                only,
                PageRequest.of(
                        limit,
                        cursor,
                        1,
                        "workspaces",
                        only == null ? null : String.join(" ", only)));
    }

    @GetMapping("/{ws}")
    @Requires("workspaces:view")
    @ReadsView("directory")
    @Operation(summary = "A workspace")
    ResponseEntity<WorkspaceView> get(@PathVariable String ws) {
        WorkspaceView found = workspaces.get(ws);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
    }
}
