package io.keyledger.command.policy;

import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;

/** A security policy as its own events tell. */
sealed interface SecurityPolicyState {

    /** Not created, or deleted. */
    record Absent() implements SecurityPolicyState {}

    /** A security policy that is there. */
    record Present(
            String name,
            String description,
            List<PolicyGrant> grants,
            PolicyGuards guards,
            PolicyState state,
            boolean builtIn)
            implements SecurityPolicyState {

        boolean enabled() {
            return state == PolicyState.ENABLED;
        }

        PolicyGuards guardsInForce() {
            return enabled() ? guards : PolicyGuards.NONE;
        }

        /** Whether it grants that now, perhaps among more. */
        boolean grantsNow(PolicyGrant grant) {
            return enabled()
                    && (grants.contains(grant)
                            || grants.contains(new PolicyGrant(grant.roleId(), null)));
        }

        Present in(PolicyState wanted) {
            return new Present(name, description, grants, guards, wanted, builtIn);
        }
    }
}
