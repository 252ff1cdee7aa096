package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DeleteSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DisableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EnableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.MonitorSecurityPolicy;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.command.web.PolicyBodies.PolicyBody;
import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.ResourceScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
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
import java.util.UUID;

/** Commands to security policies. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/policies")
@Tag(name = "Security policies")
class PolicyController {

    private static final String OFFICE_HOURS =
            """
            {"name": "office hours", "description": "From the office, on weekdays",
             "state": "monitoring",
             "grants": [{"role": "0198c0de-0000-7000-8000-000000000001",
                         "resources": {"match": "all", "conditions": [
                           {"attribute": "type", "operator": "=", "values": ["asset"]},
                           {"attribute": "region", "operator": "in", "values": ["eu", "ch"]}]}}],
             "guards": {"networks": ["192.0.2.0/24", "2001:db8::/32"],
                        "notBefore": "2027-01-01T00:00:00Z", "notAfter": "2028-01-01T00:00:00Z",
                        "maxKeyAgeDays": 90,
                        "weekly": [{"days": ["monday", "friday"], "from": "08:00", "to": "18:00",
                                    "zone": "Europe/Berlin"}],
                        "rateLimit": {"uses": 1000, "perSeconds": 60}}}""";
    private static final String FEWER_GUARDS =
            """
            {"guards": {"networks": ["192.0.2.0/24"]}, "state": "enabled"}""";

    private final Desk desk;
    private final IdGenerator ids;

    PolicyController(Desk desk, IdGenerator ids) {
        this.desk = desk;
        this.ids = ids;
    }

    @PostMapping
    @Requires("policies:manage")
    @Operation(
            summary = "Create a security policy, disabled unless a state is given",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OFFICE_HOURS))))
    ResponseEntity<Policy> create(
            @PathVariable String ws, @RequestBody PolicyBody body, Caller caller) {
        CreateSecurityPolicy command = body.creation(ws, ids.next());
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + ws + "/policies/" + command.policyId(),
                Policy.class,
                made -> Policy.of(command, made));
    }

    @PatchMapping("/{id}")
    @Requires("policies:manage")
    @Operation(
            summary =
                    "Change name, description, grants, guards and state in one go; what is left out"
                            + " stays, grants and guards are replaced whole",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(FEWER_GUARDS))))
    ResponseEntity<Changed> edit(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody PolicyBody body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(body.edit(ws, Ids.policy(id), IfMatch.version(ifMatch)), caller, id);
    }

    @DeleteMapping("/{id}")
    @Requires("policies:manage")
    @Operation(summary = "Delete a security policy that is attached nowhere")
    ResponseEntity<Void> delete(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new DeleteSecurityPolicy(ws, Ids.policy(id), IfMatch.version(ifMatch)), caller);
    }

    @PostMapping("/{id}:enable")
    @Requires("policies:manage")
    @Operation(summary = "Let a security policy grant and refuse, at once")
    ResponseEntity<Changed> enable(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new EnableSecurityPolicy(ws, Ids.policy(id), IfMatch.version(ifMatch)), caller, id);
    }

    @PostMapping("/{id}:monitor")
    @Requires("policies:manage")
    @Operation(summary = "Let a security policy only record what it would refuse")
    ResponseEntity<Changed> monitor(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new MonitorSecurityPolicy(ws, Ids.policy(id), IfMatch.version(ifMatch)),
                caller,
                id);
    }

    @PostMapping("/{id}:disable")
    @Requires("policies:manage")
    @Operation(summary = "Let a security policy do nothing, at once")
    ResponseEntity<Changed> disable(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new DisableSecurityPolicy(ws, Ids.policy(id), IfMatch.version(ifMatch)),
                caller,
                id);
    }

    record Grant(UUID role, @Nullable ResourceScope resources) {

        static Grant of(PolicyGrant grant) {
            return new Grant(grant.roleId(), grant.resources());
        }
    }

    record Policy(
            UUID id,
            String name,
            String description,
            String state,
            boolean builtIn,
            List<Grant> grants,
            PolicyGuards guards,
            long version,
            Instant createdAt,
            Instant updatedAt) {

        static Policy of(CreateSecurityPolicy command, Desk.Made made) {
            return new Policy(
                    command.policyId(),
                    command.name(),
                    command.description(),
                    command.state().storedName(),
                    false,
                    command.grants().stream().map(Grant::of).toList(),
                    command.guards(),
                    made.version(),
                    made.at(),
                    made.at());
        }
    }
}
