package io.keyledger.command.serviceuser;

import static io.keyledger.command.serviceuser.ServiceUserEvolution.present;

import io.keyledger.command.rule.Fields;
import io.keyledger.command.serviceuser.ServiceUserCommand.ApiKeyCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DetachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignRole;
import io.keyledger.command.serviceuser.ServiceUserState.Present;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDetailsChanged;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserEnabled;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The rules of service users. */
final class ServiceUserDecider {

    private ServiceUserDecider() {}

    static List<ServiceUserEvent> decide(
            ServiceUserState state, ServiceUserCommand command, ServiceUserFacts facts) {
        return switch (command) {
            case CreateServiceUser create -> create(create, facts);
            case EditServiceUser edit -> edit(present(state), edit, facts);
            case AssignGroup assign ->
                    assign(assign, state, now -> now.withGroup(assign.groupId()), facts);
            case UnassignGroup unassign ->
                    assign(unassign, state, now -> now.withoutGroup(unassign.groupId()), facts);
            case AssignRole assign ->
                    assign(assign, state, now -> now.withRole(assign.roleId()), facts);
            case UnassignRole unassign ->
                    assign(unassign, state, now -> now.withoutRole(unassign.roleId()), facts);
            case AttachSecurityPolicy attach ->
                    assign(attach, state, now -> now.withPolicy(attach.policyId()), facts);
            case DetachSecurityPolicy detach ->
                    assign(detach, state, now -> now.withoutPolicy(detach.policyId()), facts);
            case DisableServiceUser disable -> disable(present(state), disable, facts);
            case EnableServiceUser enable -> enable(present(state), enable, facts);
            case DeleteServiceUser delete -> delete(present(state), delete, facts);
            case ApiKeyCommand key -> ApiKeyDecider.decide(present(state), key, facts);
        };
    }

    private static List<ServiceUserEvent> create(
            CreateServiceUser command, ServiceUserFacts facts) {
        mustBeInTheFuture(command.details().expiresAt(), facts.now());
        List<ServiceUserEvent> events = new ArrayList<>();
        events.add(new ServiceUserCreated(command.serviceUserId(), command.details()));
        Assigned wanted = new Assigned(command.groups(), command.roles(), command.policies());
        events.addAll(Assignments.change(command.serviceUserId(), Assigned.NOTHING, wanted, facts));
        return events;
    }

    private static List<ServiceUserEvent> edit(
            Present user, EditServiceUser command, ServiceUserFacts facts) {
        ServiceUserDetails before = user.details();
        ServiceUserDetails after =
                new ServiceUserDetails(
                        Objects.requireNonNullElse(command.username(), before.username()),
                        Objects.requireNonNullElse(command.description(), before.description()),
                        command.owner().or(before.owner()),
                        Objects.requireNonNullElse(command.labels(), before.labels()),
                        command.expiresAt().or(before.expiresAt()));
        Assigned wanted =
                new Assigned(
                        Objects.requireNonNullElse(command.groups(), user.groups()),
                        Objects.requireNonNullElse(command.roles(), user.roles()),
                        Objects.requireNonNullElse(command.policies(), user.policies()));
        UUID id = command.serviceUserId();
        List<ServiceUserEvent> events = new ArrayList<>();
        if (!after.equals(before)) {
            events.add(new ServiceUserDetailsChanged(id, before, after));
        }
        events.addAll(Assignments.change(id, Assigned.to(user), wanted, facts));
        mustBeAllowedToMoveExpiry(id, before.expiresAt(), after.expiresAt(), wanted, facts);
        return events;
    }

    private static void mustBeAllowedToMoveExpiry(
            UUID id,
            @Nullable Instant before,
            @Nullable Instant after,
            Assigned assigned,
            ServiceUserFacts facts) {
        if (Objects.equals(before, after)) {
            return;
        }
        facts.grantor().mustNotBe(id);
        mustBeInTheFuture(after, facts.now());
        if (before != null && (after == null || after.isAfter(before))) {
            facts.grantor().mustBeAbleToGrant(facts.permissionsOf(assigned), "expiresAt");
        }
    }

    private static List<ServiceUserEvent> assign(
            ServiceUserCommand command,
            ServiceUserState state,
            UnaryOperator<Assigned> change,
            ServiceUserFacts facts) {
        Assigned before = Assigned.to(present(state));
        return Assignments.change(command.serviceUserId(), before, change.apply(before), facts);
    }

    private static List<ServiceUserEvent> disable(
            Present user, DisableServiceUser command, ServiceUserFacts facts) {
        if (!user.enabled()) {
            return List.of();
        }
        facts.grantor().mustNotBe(command.serviceUserId());
        return List.of(new ServiceUserDisabled(command.serviceUserId()));
    }

    private static List<ServiceUserEvent> enable(
            Present user, EnableServiceUser command, ServiceUserFacts facts) {
        if (user.enabled()) {
            return List.of();
        }
        facts.grantor().mustNotBe(command.serviceUserId());
        facts.grantor().mustBeAbleToGrant(facts.permissionsOf(Assigned.to(user)), null);
        return List.of(new ServiceUserEnabled(command.serviceUserId()));
    }

    private static List<ServiceUserEvent> delete(
            Present user, DeleteServiceUser command, ServiceUserFacts facts) {
        facts.grantor().mustNotBe(command.serviceUserId());
        return List.of(new ServiceUserDeleted(command.serviceUserId(), user.details().username()));
    }

    static void mustBeInTheFuture(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Fields.invalid("expiresAt", "must be in the future");
        }
    }
}
