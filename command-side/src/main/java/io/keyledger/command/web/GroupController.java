package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.usergroup.CreateUserGroup;
import io.keyledger.command.usergroup.DeleteUserGroup;
import io.keyledger.command.usergroup.EditUserGroup;
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

/** Commands to user groups. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/groups")
@Tag(name = "Groups")
class GroupController {

    private final Desk desk;
    private final IdGenerator ids;

    GroupController(Desk desk, IdGenerator ids) {
        this.desk = desk;
        this.ids = ids;
    }

    @PostMapping
    @Requires("groups:manage")
    @Operation(summary = "Create a user group with its roles and security policies")
    ResponseEntity<Group> create(
            @PathVariable String ws, @RequestBody GroupBody body, Caller caller) {
        CreateUserGroup command =
                CreateUserGroup.custom(
                        ws,
                        ids.next(),
                        body.name(),
                        body.description(),
                        Objects.requireNonNullElse(body.roles(), List.of()),
                        Objects.requireNonNullElse(body.policies(), List.of()));
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + ws + "/groups/" + command.groupId(),
                Group.class,
                made ->
                        new Group(
                                command.groupId(),
                                command.name(),
                                command.description(),
                                command.roles(),
                                command.policies(),
                                false,
                                made.version(),
                                made.at()));
    }

    @PatchMapping("/{id}")
    @Requires("groups:manage")
    @Operation(
            summary =
                    "Change name, description, roles or security policies of a user group; what is"
                            + " left out stays")
    ResponseEntity<Changed> edit(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody GroupBody body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new EditUserGroup(
                        ws,
                        Ids.group(id),
                        body.name(),
                        body.description(),
                        body.roles(),
                        body.policies(),
                        IfMatch.version(ifMatch)),
                caller,
                id);
    }

    @DeleteMapping("/{id}")
    @Requires("groups:manage")
    @Operation(summary = "Delete a user group that has no members")
    ResponseEntity<Void> delete(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(new DeleteUserGroup(ws, Ids.group(id), IfMatch.version(ifMatch)), caller);
    }

    record GroupBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies) {}

    record Group(
            UUID id,
            String name,
            String description,
            List<UUID> roles,
            List<UUID> policies,
            boolean builtIn,
            long version,
            Instant createdAt) {}
}
