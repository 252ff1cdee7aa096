package io.keyledger.query.workspace;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Workspaces")
class WorkspacesController {

    private final Workspaces workspaces;

    WorkspacesController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping("/workspaces")
    @Requires(value = "workspaces:view", in = Scope.OWN)
    @ReadsView("directory")
    @Operation(summary = "List the workspaces that the caller may see")
    Page<WorkspaceView> list(
            Caller caller,
            @ParameterObject WorkspaceQuery query,
            @ParameterObject WorkspaceSortQuery sort,
            @ParameterObject PageQuery page) {
        WorkspaceFilter filter = query.read(caller.onlyWorkspaces());
        ListOrder order = Workspaces.SORTS.read(sort.sort());
        return workspaces.list(filter, order, page.of(order, "workspaces", filter));
    }

    /** A workspace may be called {@code count}. */
    @GetMapping("/workspaces:count")
    @Requires(value = "workspaces:view", in = Scope.OWN)
    @ReadsView("directory")
    @Operation(summary = "How many workspaces the caller may see, up to 10,000")
    CountView count(Caller caller, @ParameterObject WorkspaceQuery query) {
        return workspaces.count(query.read(caller.onlyWorkspaces()));
    }

    @GetMapping("/workspaces/{ws}")
    @Requires("workspaces:view")
    @ReadsView("directory")
    @Operation(summary = "A workspace")
    ResponseEntity<WorkspaceView> get(@PathVariable String ws) {
        WorkspaceView found = workspaces.get(ws);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
    }
}
