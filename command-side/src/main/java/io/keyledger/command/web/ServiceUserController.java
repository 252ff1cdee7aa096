package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DetachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignRole;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.command.web.ServiceUserBodies.NewServiceUser;
import io.keyledger.command.web.ServiceUserBodies.ServiceUserEdit;
import io.keyledger.shared.id.IdGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Commands to service users, their groups, their roles and their security policies. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/service-users")
@Tag(name = "Service users")
class ServiceUserController {

    private final Desk desk;
    private final IdGenerator ids;

    ServiceUserController(Desk desk, IdGenerator ids) {
        this.desk = desk;
        this.ids = ids;
    }

    @PostMapping
    @Requires("service-users:manage")
    @Operation(summary = "Create a service user, perhaps with groups, roles and policies")
    ResponseEntity<ServiceUser> create(
            @PathVariable String ws, @RequestBody NewServiceUser body, Caller caller) {
        CreateServiceUser command = body.command(ws, ids.next());
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + ws + "/service-users/" + command.serviceUserId(),
                ServiceUser.class,
                made -> ServiceUser.of(command, made));
    }

    @PatchMapping("/{id}")
    @Requires("service-users:manage")
    @Operation(
            summary =
                    "Change details, groups, roles and policies in one go; refused whole if anything"
                            + " is")
    ResponseEntity<Changed> edit(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody ServiceUserEdit body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                body.command(ws, Ids.serviceUser(id), IfMatch.version(ifMatch)), caller, id);
    }

    @DeleteMapping("/{id}")
    @Requires("service-users:manage")
    @Operation(summary = "Delete a service user and its keys; its history stays")
    ResponseEntity<Void> delete(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new DeleteServiceUser(ws, Ids.serviceUser(id), IfMatch.version(ifMatch)), caller);
    }

    @PostMapping("/{id}:disable")
    @Requires("service-users:manage")
    @Operation(summary = "Refuse all keys of a service user, at once")
    ResponseEntity<Changed> disable(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new DisableServiceUser(ws, Ids.serviceUser(id), IfMatch.version(ifMatch)),
                caller,
                id);
    }

    @PostMapping("/{id}:enable")
    @Requires("service-users:manage")
    @Operation(summary = "Let a disabled service user use its keys again")
    ResponseEntity<Changed> enable(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new EnableServiceUser(ws, Ids.serviceUser(id), IfMatch.version(ifMatch)),
                caller,
                id);
    }

    @PutMapping("/{id}/groups/{groupId}")
    @Requires("service-users:manage")
    @Operation(summary = "Make a service user a member of a group")
    ResponseEntity<Void> assignGroup(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String groupId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new AssignGroup(
                        ws, Ids.serviceUser(id), Ids.group(groupId), IfMatch.version(ifMatch)),
                caller);
    }

    @DeleteMapping("/{id}/groups/{groupId}")
    @Requires("service-users:manage")
    @Operation(summary = "End a service user's membership of a group")
    ResponseEntity<Void> unassignGroup(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String groupId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new UnassignGroup(
                        ws, Ids.serviceUser(id), Ids.group(groupId), IfMatch.version(ifMatch)),
                caller);
    }

    @PutMapping("/{id}/roles/{roleId}")
    @Requires("service-users:manage")
    @Operation(summary = "Give a service user a role of its own")
    ResponseEntity<Void> assignRole(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String roleId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new AssignRole(ws, Ids.serviceUser(id), Ids.role(roleId), IfMatch.version(ifMatch)),
                caller);
    }

    @DeleteMapping("/{id}/roles/{roleId}")
    @Requires("service-users:manage")
    @Operation(summary = "Take a role of its own from a service user")
    ResponseEntity<Void> unassignRole(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String roleId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new UnassignRole(
                        ws, Ids.serviceUser(id), Ids.role(roleId), IfMatch.version(ifMatch)),
                caller);
    }

    @PutMapping("/{id}/policies/{policyId}")
    @Requires("service-users:manage")
    @Operation(summary = "Let a security policy reach a service user")
    ResponseEntity<Void> attachPolicy(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String policyId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new AttachSecurityPolicy(
                        ws, Ids.serviceUser(id), Ids.policy(policyId), IfMatch.version(ifMatch)),
                caller);
    }

    @DeleteMapping("/{id}/policies/{policyId}")
    @Requires("service-users:manage")
    @Operation(summary = "No longer let a security policy reach a service user by itself")
    ResponseEntity<Void> detachPolicy(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String policyId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new DetachSecurityPolicy(
                        ws, Ids.serviceUser(id), Ids.policy(policyId), IfMatch.version(ifMatch)),
                caller);
    }

    record ServiceUser(
            UUID id,
            String username,
            String description,
            @Nullable String owner,
            Map<String, String> labels,
            @Nullable Instant expiresAt,
            String status,
            List<UUID> groups,
            List<UUID> roles,
            List<UUID> policies,
            long version,
            Instant createdAt) {

        static ServiceUser of(CreateServiceUser command, Desk.Made made) {
            return new ServiceUser(
                    command.serviceUserId(),
                    command.details().username(),
                    command.details().description(),
                    command.details().owner(),
                    command.details().labels(),
                    command.details().expiresAt(),
                    "enabled",
                    command.groups(),
                    command.roles(),
                    command.policies(),
                    made.version(),
                    made.at());
        }
    }
}
