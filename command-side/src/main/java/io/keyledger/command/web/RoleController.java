package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.role.CreateRole;
import io.keyledger.command.role.DeleteRole;
import io.keyledger.command.role.EditRole;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.shared.id.IdGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Commands to roles. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/roles")
@Tag(name = "Roles")
class RoleController {

    private final Desk desk;
    private final IdGenerator ids;

    RoleController(Desk desk, IdGenerator ids) {
        this.desk = desk;
        this.ids = ids;
    }

    @PostMapping
    @Requires("roles:manage")
    @Operation(summary = "Create a role")
    ResponseEntity<Role> create(
            @PathVariable String ws, @RequestBody RoleBody body, Caller caller) {
        CreateRole command =
                CreateRole.custom(
                        ws,
                        ids.next(),
                        body.name(),
                        body.description(),
                        Objects.requireNonNullElse(body.permissions(), List.of()));
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + ws + "/roles/" + command.roleId(),
                Role.class,
                made ->
                        new Role(
                                command.roleId(),
                                command.name(),
                                command.description(),
                                command.permissions(),
                                false,
                                made.version(),
                                made.at()));
    }

    @PatchMapping("/{id}")
    @Requires("roles:manage")
    @Operation(
            summary = "Change name, description or permissions of a role; what is left out stays")
    ResponseEntity<Changed> edit(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody RoleBody body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new EditRole(
                        ws,
                        Ids.role(id),
                        body.name(),
                        body.description(),
                        body.permissions(),
                        IfMatch.version(ifMatch)),
                caller,
                id);
    }

    @DeleteMapping("/{id}")
    @Requires("roles:manage")
    @Operation(summary = "Delete a role that nobody has")
    ResponseEntity<Void> delete(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(new DeleteRole(ws, Ids.role(id), IfMatch.version(ifMatch)), caller);
    }

    record RoleBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> permissions) {}

    record Role(
            UUID id,
            String name,
            String description,
            List<String> permissions,
            boolean builtIn,
            long version,
            Instant createdAt) {}
}
