package io.keyledger.command.role;

import io.keyledger.command.grant.AccessFacts.Usage;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RoleDetailsChanged;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.permission.PermissionPattern;
import io.keyledger.shared.permission.PermissionSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rules of roles. */
final class RoleDecider {

    private RoleDecider() {}

    static List<RoleEvent> decide(CreateRole command, Grantor grantor) {
        if (!command.builtIn()) {
            grantor.mustBeAbleToGrant(command.permissions(), "permissions");
        }
        return List.of(
                new RoleCreated(
                        command.roleId(),
                        command.name(),
                        command.description(),
                        command.permissions(),
                        command.builtIn()));
    }

    static List<RoleEvent> decide(RoleState state, EditRole command, Grantor grantor) {
        RoleState.Present role = custom(state);
        List<RoleEvent> events = new ArrayList<>();
        NameAndDescription before = new NameAndDescription(role.name(), role.description());
        NameAndDescription after =
                new NameAndDescription(
                        Objects.requireNonNullElse(command.name(), role.name()),
                        Objects.requireNonNullElse(command.description(), role.description()));
        if (!before.equals(after)) {
            events.add(new RoleDetailsChanged(command.roleId(), before, after));
        }
        List<String> permissions = command.permissions();
        if (permissions != null && !permissions.equals(role.permissions())) {
            grantor.mustNotHaveRole(command.roleId());
            grantor.mustBeAbleToGrant(added(role.permissions(), permissions), "permissions");
            events.add(
                    new RolePermissionsChanged(command.roleId(), role.permissions(), permissions));
        }
        return events;
    }

    static List<RoleEvent> decide(RoleState state, DeleteRole command, Usage usage) {
        RoleState.Present role = custom(state);
        if (usage.serviceUsers() + usage.groups() + usage.policies() > 0) {
            throw new Rejected(
                    RejectionCode.ROLE_IN_USE,
                    ("the role is assigned to %d service users and %d groups and granted by %d"
                                    + " policies")
                            .formatted(usage.serviceUsers(), usage.groups(), usage.policies()));
        }
        return List.of(new RoleDeleted(command.roleId(), role.name(), role.permissions()));
    }

    /** What a built-in role of an older release becomes. */
    static List<RoleEvent> upgrade(RoleState state, UUID id, List<String> permissions) {
        RoleState.Present role = present(state);
        return role.permissions().equals(permissions)
                ? List.of()
                : List.of(new RolePermissionsChanged(id, role.permissions(), permissions));
    }

    static RoleState evolve(RoleState state, RoleEvent event) {
        return switch (event) {
            case RoleCreated created ->
                    new RoleState.Present(
                            created.name(),
                            created.description(),
                            created.permissions(),
                            created.builtIn());
            case RoleDetailsChanged changed -> {
                RoleState.Present role = present(state);
                yield new RoleState.Present(
                        changed.after().name(),
                        changed.after().description(),
                        role.permissions(),
                        role.builtIn());
            }
            case RolePermissionsChanged changed -> {
                RoleState.Present role = present(state);
                yield new RoleState.Present(
                        role.name(), role.description(), changed.after(), role.builtIn());
            }
            case RoleDeleted _ -> new RoleState.Absent();
        };
    }

    private static List<String> added(List<String> before, List<String> after) {
        PermissionSet had = PermissionSet.of(before);
        return after.stream().filter(text -> !had.covers(new PermissionPattern(text))).toList();
    }

    private static RoleState.Present custom(RoleState state) {
        RoleState.Present role = present(state);
        if (role.builtIn()) {
            throw new Rejected(
                    RejectionCode.BUILT_IN,
                    "the built-in role " + role.name() + " does not change");
        }
        return role;
    }

    private static RoleState.Present present(RoleState state) {
        return switch (state) {
            case RoleState.Present present -> present;
            case RoleState.Absent _ ->
                    throw new Rejected(RejectionCode.UNKNOWN_ROLE, "there is no such role");
        };
    }
}
