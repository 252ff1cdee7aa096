package io.keyledger.command.usergroup;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The rules of user groups. */
final class UserGroupDecider {

    private UserGroupDecider() {}

    static List<UserGroupEvent> decide(
            CreateUserGroup command, Map<UUID, RoleFact> roles, Grantor grantor) {
        if (!command.builtIn()) {
            mustBeAssignable(command.roles(), command.roles(), roles, grantor);
        }
        List<UserGroupEvent> events = new ArrayList<>();
        events.add(
                new UserGroupCreated(
                        command.groupId(),
                        command.name(),
                        command.description(),
                        command.builtIn()));
        command.roles()
                .forEach(role -> events.add(new RoleAssignedToGroup(command.groupId(), role)));
        return events;
    }

    static List<UserGroupEvent> decide(
            UserGroupState state,
            EditUserGroup command,
            Map<UUID, RoleFact> roles,
            Grantor grantor) {
        UserGroupState.Present group = custom(state);
        List<UserGroupEvent> events = new ArrayList<>();
        NameAndDescription before = new NameAndDescription(group.name(), group.description());
        NameAndDescription after =
                new NameAndDescription(
                        Objects.requireNonNullElse(command.name(), group.name()),
                        Objects.requireNonNullElse(command.description(), group.description()));
        if (!before.equals(after)) {
            events.add(new UserGroupDetailsChanged(command.groupId(), before, after));
        }
        if (command.roles() != null) {
            events.addAll(changeRoles(group, command.groupId(), command.roles(), roles, grantor));
        }
        return events;
    }

    static List<UserGroupEvent> decide(
            UserGroupState state, DeleteUserGroup command, long members) {
        UserGroupState.Present group = custom(state);
        if (members > 0) {
            throw new Rejected(
                    RejectionCode.GROUP_IN_USE, "the group has %d members".formatted(members));
        }
        List<UserGroupEvent> events = new ArrayList<>();
        group.roles()
                .forEach(role -> events.add(new RoleUnassignedFromGroup(command.groupId(), role)));
        events.add(new UserGroupDeleted(command.groupId(), group.name()));
        return events;
    }

    static UserGroupState evolve(UserGroupState state, UserGroupEvent event) {
        return switch (event) {
            case UserGroupCreated created ->
                    new UserGroupState.Present(
                            created.name(),
                            created.description(),
                            List.of(),
                            List.of(),
                            created.builtIn());
            case UserGroupDetailsChanged changed -> {
                UserGroupState.Present group = present(state);
                yield new UserGroupState.Present(
                        changed.after().name(),
                        changed.after().description(),
                        group.roles(),
                        group.policies(),
                        group.builtIn());
            }
            case RoleAssignedToGroup assigned -> {
                List<UUID> roles = new ArrayList<>(present(state).roles());
                roles.add(assigned.roleId());
                yield withRoles(present(state), roles);
            }
            case RoleUnassignedFromGroup unassigned -> {
                List<UUID> roles = new ArrayList<>(present(state).roles());
                roles.remove(unassigned.roleId());
                yield withRoles(present(state), roles);
            }
            case SecurityPolicyAttachedToGroup attached -> {
                List<UUID> policies = new ArrayList<>(present(state).policies());
                policies.add(attached.policyId());
                yield withPolicies(present(state), policies);
            }
            case SecurityPolicyDetachedFromGroup detached -> {
                List<UUID> policies = new ArrayList<>(present(state).policies());
                policies.remove(detached.policyId());
                yield withPolicies(present(state), policies);
            }
            case UserGroupDeleted _ -> new UserGroupState.Absent();
        };
    }

    private static List<UserGroupEvent> changeRoles(
            UserGroupState.Present group,
            UUID groupId,
            List<UUID> wanted,
            Map<UUID, RoleFact> roles,
            Grantor grantor) {
        List<UUID> added = wanted.stream().filter(role -> !group.roles().contains(role)).toList();
        List<UUID> removed = group.roles().stream().filter(role -> !wanted.contains(role)).toList();
        if (!added.isEmpty() || !removed.isEmpty()) {
            grantor.mustNotBeIn(groupId);
        }
        mustBeAssignable(added, wanted, roles, grantor);
        List<UserGroupEvent> events = new ArrayList<>();
        removed.forEach(role -> events.add(new RoleUnassignedFromGroup(groupId, role)));
        added.forEach(role -> events.add(new RoleAssignedToGroup(groupId, role)));
        return events;
    }

    private static void mustBeAssignable(
            List<UUID> added, List<UUID> asked, Map<UUID, RoleFact> roles, Grantor grantor) {
        for (UUID id : added) {
            String field = "roles[" + asked.indexOf(id) + "]";
            RoleFact role = roles.get(id);
            if (role == null) {
                throw new Rejected(RejectionCode.UNKNOWN_ROLE, "there is no role " + id, field);
            }
            if (role.ownerOnly()) {
                throw new Rejected(
                        RejectionCode.OWNER_ONLY,
                        "only the owners' group carries " + role.name(),
                        field);
            }
            grantor.mustBeAbleToGrant(role.permissions(), field);
        }
    }

    private static UserGroupState.Present withRoles(
            UserGroupState.Present group, List<UUID> roles) {
        return new UserGroupState.Present(
                group.name(),
                group.description(),
                List.copyOf(roles),
                group.policies(),
                group.builtIn());
    }

    private static UserGroupState.Present withPolicies(
            UserGroupState.Present group, List<UUID> policies) {
        return new UserGroupState.Present(
                group.name(),
                group.description(),
                group.roles(),
                List.copyOf(policies),
                group.builtIn());
    }

    private static UserGroupState.Present custom(UserGroupState state) {
        UserGroupState.Present group = present(state);
        if (group.builtIn()) {
            throw new Rejected(
                    RejectionCode.BUILT_IN,
                    "of the built-in group " + group.name() + " only the membership changes");
        }
        return group;
    }

    private static UserGroupState.Present present(UserGroupState state) {
        return switch (state) {
            case UserGroupState.Present present -> present;
            case UserGroupState.Absent _ ->
                    throw new Rejected(RejectionCode.UNKNOWN_GROUP, "there is no such group");
        };
    }
}
