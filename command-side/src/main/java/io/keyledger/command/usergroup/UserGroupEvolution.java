package io.keyledger.command.usergroup;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.usergroup.UserGroupState.Absent;
import io.keyledger.command.usergroup.UserGroupState.Present;
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
import java.util.UUID;

/** How a user group's events make its state. */
final class UserGroupEvolution {

    private UserGroupEvolution() {}

    static UserGroupState evolve(UserGroupState state, UserGroupEvent event) {
        return switch (event) {
            case UserGroupCreated created ->
                    new Present(
                            created.name(),
                            created.description(),
                            List.of(),
                            List.of(),
                            created.builtIn());
            case UserGroupDetailsChanged changed -> withDetails(present(state), changed.after());
            case RoleAssignedToGroup assigned ->
                    withRoles(present(state), plus(present(state).roles(), assigned.roleId()));
            case RoleUnassignedFromGroup unassigned ->
                    withRoles(present(state), minus(present(state).roles(), unassigned.roleId()));
            case SecurityPolicyAttachedToGroup attached ->
                    withPolicies(
                            present(state), plus(present(state).policies(), attached.policyId()));
            case SecurityPolicyDetachedFromGroup detached ->
                    withPolicies(
                            present(state), minus(present(state).policies(), detached.policyId()));
            case UserGroupDeleted _ -> new Absent();
        };
    }

    static Present present(UserGroupState state) {
        return switch (state) {
            case Present present -> present;
            case Absent _ ->
                    throw new Rejected(RejectionCode.UNKNOWN_GROUP, "there is no such group");
        };
    }

    private static Present withDetails(Present group, NameAndDescription details) {
        return new Present(
                details.name(),
                details.description(),
                group.roles(),
                group.policies(),
                group.builtIn());
    }

    private static Present withRoles(Present group, List<UUID> roles) {
        return new Present(
                group.name(), group.description(), roles, group.policies(), group.builtIn());
    }

    private static Present withPolicies(Present group, List<UUID> policies) {
        return new Present(
                group.name(), group.description(), group.roles(), policies, group.builtIn());
    }

    private static List<UUID> plus(List<UUID> ids, UUID id) {
        List<UUID> more = new ArrayList<>(ids);
        more.add(id);
        return List.copyOf(more);
    }

    private static List<UUID> minus(List<UUID> ids, UUID id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
