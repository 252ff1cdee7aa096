package io.keyledger.command.serviceuser;

import static io.keyledger.command.serviceuser.ServiceUserEvolution.present;

import io.keyledger.command.rule.Fields;
import io.keyledger.command.serviceuser.ServiceUserCommand.ApiKeyCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The rules of service users. */
final class ServiceUserDecider {

    private ServiceUserDecider() {}

    static List<ServiceUserEvent> decide(
            ServiceUserState state, ServiceUserCommand command, ServiceUserFacts facts) {
        return switch (command) {
            case CreateServiceUser create -> create(create, facts);
            case EditServiceUser edit -> edit(present(state), edit, facts);
            case AssignGroup assign ->
                    groups(
                            present(state),
                            assign.serviceUserId(),
                            plus(present(state).groups(), assign.groupId()),
                            facts);
            case UnassignGroup unassign ->
                    groups(
                            present(state),
                            unassign.serviceUserId(),
                            minus(present(state).groups(), unassign.groupId()),
                            facts);
            case AssignRole assign ->
                    roles(
                            present(state),
                            assign.serviceUserId(),
                            plus(present(state).roles(), assign.roleId()),
                            facts);
            case UnassignRole unassign ->
                    roles(
                            present(state),
                            unassign.serviceUserId(),
                            minus(present(state).roles(), unassign.roleId()),
                            facts);
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
        Present fresh =
                new Present(command.details(), true, List.of(), List.of(), List.of(), Map.of());
        events.addAll(
                Assignments.change(
                        command.serviceUserId(), fresh, command.groups(), command.roles(), facts));
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
        List<UUID> groups = Objects.requireNonNullElse(command.groups(), user.groups());
        List<UUID> roles = Objects.requireNonNullElse(command.roles(), user.roles());
        UUID id = command.serviceUserId();
        List<ServiceUserEvent> events = new ArrayList<>();
        if (!after.equals(before)) {
            events.add(new ServiceUserDetailsChanged(id, before, after));
        }
        events.addAll(Assignments.change(id, user, groups, roles, facts));
        Present edited =
                new Present(after, user.enabled(), groups, roles, user.policies(), user.keys());
        mustBeAllowedToMoveExpiry(id, before.expiresAt(), edited, facts);
        return events;
    }

    private static void mustBeAllowedToMoveExpiry(
            UUID id, @Nullable Instant before, Present edited, ServiceUserFacts facts) {
        Instant after = edited.details().expiresAt();
        if (Objects.equals(before, after)) {
            return;
        }
        facts.grantor().mustNotBe(id);
        mustBeInTheFuture(after, facts.now());
        if (before != null && (after == null || after.isAfter(before))) {
            facts.grantor().mustBeAbleToGrant(facts.permissionsOf(edited), "expiresAt");
        }
    }

    private static List<ServiceUserEvent> groups(
            Present user, UUID id, List<UUID> wanted, ServiceUserFacts facts) {
        return Assignments.change(id, user, wanted, user.roles(), facts);
    }

    private static List<ServiceUserEvent> roles(
            Present user, UUID id, List<UUID> wanted, ServiceUserFacts facts) {
        return Assignments.change(id, user, user.groups(), wanted, facts);
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
        facts.grantor().mustBeAbleToGrant(facts.permissionsOf(user), null);
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

    private static List<UUID> plus(List<UUID> ids, UUID id) {
        List<UUID> more = new ArrayList<>(ids);
        if (!ids.contains(id)) {
            more.add(id);
        }
        return more;
    }

    private static List<UUID> minus(List<UUID> ids, UUID id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
