package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.command.workspace.WorkspaceCommand.RenameWorkspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** Commands to workspaces. */
@RestController
@RequestMapping("/api/v1/workspaces")
@Tag(name = "Workspaces")
class WorkspaceController {

    private final Desk desk;

    WorkspaceController(Desk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Requires(value = "workspaces:manage", in = Scope.SYSTEM)
    @Operation(summary = "Create a workspace with its built-in roles and groups")
    ResponseEntity<Workspace> create(@RequestBody NewWorkspace body, Caller caller) {
        CreateWorkspace command =
                new CreateWorkspace(
                        Fields.slug("slug", body.slug()), Fields.name("name", body.name()));
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + command.workspace(),
                Workspace.class,
                made -> new Workspace(command.workspace(), command.name(), 0, made.at()));
    }

    @PatchMapping("/{ws}")
    @Requires("workspaces:manage")
    @Operation(summary = "Rename a workspace")
    ResponseEntity<Changed> rename(
            @PathVariable String ws,
            @RequestBody WorkspaceEdit body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new RenameWorkspace(ws, Fields.name("name", body.name()), IfMatch.version(ifMatch)),
                caller,
                ws);
    }

    record NewWorkspace(@Nullable String slug, @Nullable String name) {}

    record WorkspaceEdit(@Nullable String name) {}

    record Workspace(String slug, String name, long version, Instant createdAt) {}
}
