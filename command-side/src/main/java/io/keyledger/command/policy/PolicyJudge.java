package io.keyledger.command.policy;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.shared.policy.PolicyGrant;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Judges a policy before anybody creates it; whether its name is free, creating it tells. */
@Component
public class PolicyJudge {

    private final AccessFacts facts;

    PolicyJudge(AccessFacts facts) {
        this.facts = facts;
    }

    /**
     * The command itself is well formed, or it would not be one; here its roles are looked for.
     *
     * @throws io.keyledger.command.rule.Rejected naming the grant whose role is not there, or not
     *     to be granted
     */
    public void mustBeGood(CreateSecurityPolicy command) {
        List<PolicyGrant> grants = command.grants();
        Map<UUID, RoleFact> roles =
                facts.roles(command.workspace(), grants.stream().map(PolicyGrant::roleId).toList());
        for (int i = 0; i < grants.size(); i++) {
            PolicyGranting.grantable(grants.get(i), roles, "grants[%d].role".formatted(i));
        }
    }
}
