package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rules of giving groups and roles to service users. */
final class Assignments {

    private Assignments() {}

    /** From the groups and roles that are to those that are wanted, one event per change. */
    static List<ServiceUserEvent> change(
            UUID user,
            ServiceUserState.Present before,
            List<UUID> groups,
            List<UUID> roles,
            ServiceUserFacts facts) {
        List<ServiceUserEvent> events = new ArrayList<>();
        without(before.groups(), groups).forEach(id -> events.add(new GroupUnassigned(user, id)));
        without(before.roles(), roles).forEach(id -> events.add(new RoleUnassigned(user, id)));
        for (UUID id : without(groups, before.groups())) {
            mustBeAssignable(facts, id, facts.field("groups", groups.indexOf(id)));
            events.add(new GroupAssigned(user, id));
        }
        for (UUID id : without(roles, before.roles())) {
            mustBeAssignableRole(facts, id, facts.field("roles", roles.indexOf(id)));
            events.add(new RoleAssigned(user, id));
        }
        if (!events.isEmpty()) {
            facts.grantor().mustNotBe(user);
        }
        return events;
    }

    private static void mustBeAssignable(ServiceUserFacts facts, UUID id, @Nullable String field) {
        GroupFact group = facts.groups().get(id);
        if (group == null) {
            throw new Rejected(RejectionCode.UNKNOWN_GROUP, "there is no group " + id, field);
        }
        if (group.ownerOnly()) {
            throw new Rejected(
                    RejectionCode.OWNER_ONLY,
                    "a service user is never a member of " + group.name(),
                    field);
        }
        facts.grantor().mustBeAbleToGrant(group.permissions(), field);
    }

    private static void mustBeAssignableRole(
            ServiceUserFacts facts, UUID id, @Nullable String field) {
        RoleFact role = facts.roles().get(id);
        if (role == null) {
            throw new Rejected(RejectionCode.UNKNOWN_ROLE, "there is no role " + id, field);
        }
        if (role.ownerOnly()) {
            throw new Rejected(
                    RejectionCode.OWNER_ONLY, "a service user never has " + role.name(), field);
        }
        facts.grantor().mustBeAbleToGrant(role.permissions(), field);
    }

    private static List<UUID> without(List<UUID> ids, List<UUID> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
