package io.keyledger.command.policy;

import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.policy.SecurityPolicyCommand.EditSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyState.Present;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.policy.PolicyGrant;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Who may let a policy grant more, or refuse less. */
final class PolicyGranting {

    private PolicyGranting() {}

    static void mustBeAllowed(
            EditSecurityPolicy command, Present before, Present after, SecurityPolicyFacts facts) {
        if (sameEffect(before, after)) {
            return;
        }
        facts.grantor().mustNotBeReachedBy(command.policyId());
        List<PolicyGrant> added =
                after.grants().stream().filter(grant -> !before.grantsNow(grant)).toList();
        for (PolicyGrant grant : added) {
            mustBeGrantable(grant, after, facts, command.grants() != null);
        }
        if (GuardRules.loosened(before.guardsInForce(), after.guardsInForce())) {
            facts.grantor()
                    .mustBeAbleToGrant(
                            facts.reached().get(), command.guards() == null ? null : "guards");
        }
    }

    /** For a policy that granted nothing before. */
    static void mustBeGrantable(Present policy, SecurityPolicyFacts facts, boolean listed) {
        policy.grants().forEach(grant -> mustBeGrantable(grant, policy, facts, listed));
    }

    private static void mustBeGrantable(
            PolicyGrant grant, Present policy, SecurityPolicyFacts facts, boolean listed) {
        String field = listed ? "grants[%d].role".formatted(policy.grants().indexOf(grant)) : null;
        RoleFact role = grantable(grant, facts.roles(), field);
        if (policy.enabled()) {
            facts.grantor().mustBeAbleToGrant(role.permissions(), field);
        }
    }

    /** The role of a grant, if it is there and may be granted at all. */
    static RoleFact grantable(
            PolicyGrant grant, Map<UUID, RoleFact> roles, @Nullable String field) {
        RoleFact role = roles.get(grant.roleId());
        if (role == null) {
            throw new Rejected(
                    RejectionCode.UNKNOWN_ROLE, "there is no role " + grant.roleId(), field);
        }
        if (role.ownerOnly()) {
            throw new Rejected(
                    RejectionCode.OWNER_ONLY, "no policy grants the role " + role.name(), field);
        }
        return role;
    }

    private static boolean sameEffect(Present before, Present after) {
        return Objects.equals(before.grants(), after.grants())
                && before.guards().equals(after.guards())
                && before.state() == after.state();
    }
}
