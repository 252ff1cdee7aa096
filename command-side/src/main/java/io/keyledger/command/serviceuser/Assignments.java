package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyDetached;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rules of giving groups, roles and security policies to service users. */
final class Assignments {

    private Assignments() {}

    /** From what is assigned to what is wanted, one event per change. */
    static List<ServiceUserEvent> change(
            UUID user, Assigned before, Assigned wanted, ServiceUserFacts facts) {
        List<ServiceUserEvent> events = new ArrayList<>();
        without(before.groups(), wanted.groups())
                .forEach(id -> events.add(new GroupUnassigned(user, id)));
        without(before.roles(), wanted.roles())
                .forEach(id -> events.add(new RoleUnassigned(user, id)));
        without(before.policies(), wanted.policies())
                .forEach(id -> events.add(new SecurityPolicyDetached(user, id)));
        for (UUID id : without(wanted.groups(), before.groups())) {
            mustBeAssignable(facts, id, facts.field("groups", wanted.groups().indexOf(id)));
            events.add(new GroupAssigned(user, id));
        }
        for (UUID id : without(wanted.roles(), before.roles())) {
            mustBeAssignableRole(facts, id, facts.field("roles", wanted.roles().indexOf(id)));
            events.add(new RoleAssigned(user, id));
        }
        for (UUID id : without(wanted.policies(), before.policies())) {
            mustBeAttachable(facts, id, facts.field("policies", wanted.policies().indexOf(id)));
            events.add(new SecurityPolicyAttached(user, id));
        }
        if (!events.isEmpty()) {
            facts.grantor().mustNotBe(user);
            mustNotBeTooMany(wanted.policies());
            mustBeAbleToLift(before, wanted, facts);
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

    private static void mustBeAttachable(ServiceUserFacts facts, UUID id, @Nullable String field) {
        PolicyFact policy = facts.policies().get(id);
        if (policy == null) {
            throw new Rejected(
                    RejectionCode.UNKNOWN_POLICY, "there is no security policy " + id, field);
        }
        facts.grantor().mustBeAbleToGrant(policy.permissions(), field);
    }

    private static void mustNotBeTooMany(List<UUID> policies) {
        if (policies.size() > Fields.POLICIES) {
            throw new Rejected(
                    RejectionCode.TOO_MANY_POLICIES,
                    "a service user has at most %d security policies".formatted(Fields.POLICIES));
        }
    }

    /** Without a guard, a service user may do what it kept it from. */
    private static void mustBeAbleToLift(Assigned before, Assigned wanted, ServiceUserFacts facts) {
        if (!facts.guardsOn(wanted).containsAll(facts.guardsOn(before))) {
            facts.grantor().mustBeAbleToGrant(facts.permissionsOf(wanted), null);
        }
    }

    private static List<UUID> without(List<UUID> ids, List<UUID> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
