package io.keyledger.command.usergroup;

import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.usergroup.UserGroupState.Present;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rules of what a group carries: its roles and its security policies. */
final class Carried {

    private Carried() {}

    static List<UserGroupEvent> firstOfBuiltIn(CreateUserGroup command) {
        List<UserGroupEvent> events = new ArrayList<>();
        command.roles()
                .forEach(role -> events.add(new RoleAssignedToGroup(command.groupId(), role)));
        return events;
    }

    /** From what a group carries to what it shall, one event per change. */
    static List<UserGroupEvent> change(
            UUID id, Present before, List<UUID> roles, List<UUID> policies, UserGroupFacts facts) {
        List<UserGroupEvent> events = new ArrayList<>();
        List<UUID> detached = without(before.policies(), policies);
        without(before.roles(), roles)
                .forEach(role -> events.add(new RoleUnassignedFromGroup(id, role)));
        detached.forEach(policy -> events.add(new SecurityPolicyDetachedFromGroup(id, policy)));
        for (UUID role : without(roles, before.roles())) {
            mustBeAssignable(role, "roles[" + roles.indexOf(role) + "]", facts);
            events.add(new RoleAssignedToGroup(id, role));
        }
        for (UUID policy : without(policies, before.policies())) {
            mustBeAttachable(policy, "policies[" + policies.indexOf(policy) + "]", facts);
            events.add(new SecurityPolicyAttachedToGroup(id, policy));
        }
        if (!events.isEmpty()) {
            facts.grantor().mustNotBeIn(id);
        }
        mustBeAbleToLift(detached, facts);
        return events;
    }

    private static void mustBeAssignable(UUID id, String field, UserGroupFacts facts) {
        RoleFact role = facts.roles().get(id);
        if (role == null) {
            throw new Rejected(RejectionCode.UNKNOWN_ROLE, "there is no role " + id, field);
        }
        if (role.ownerOnly()) {
            throw new Rejected(
                    RejectionCode.OWNER_ONLY,
                    "only the owners' group carries " + role.name(),
                    field);
        }
        facts.grantor().mustBeAbleToGrant(role.permissions(), field);
    }

    private static void mustBeAttachable(UUID id, String field, UserGroupFacts facts) {
        PolicyFact policy = facts.policies().get(id);
        if (policy == null) {
            throw new Rejected(
                    RejectionCode.UNKNOWN_POLICY, "there is no security policy " + id, field);
        }
        facts.grantor().mustBeAbleToGrant(policy.permissions(), field);
    }

    /** Without a guard, members may do what it kept them from. */
    private static void mustBeAbleToLift(List<UUID> detached, UserGroupFacts facts) {
        boolean guarding =
                detached.stream()
                        .map(facts.policies()::get)
                        .anyMatch(policy -> policy != null && policy.guarding());
        if (guarding) {
            facts.grantor().mustBeAbleToGrant(facts.ofMembers().get(), "policies");
        }
    }

    private static List<UUID> without(List<UUID> ids, List<UUID> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
