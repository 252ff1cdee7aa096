package io.keyledger.shared.event;

import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;
import java.util.UUID;

/**
 * What happens to a security policy. Attaching it is of the user or the group it is attached to.
 */
public sealed interface SecurityPolicyEvent extends DomainEvent {

    UUID policyId();

    /** A security policy was created, disabled. */
    record SecurityPolicyCreated(
            UUID policyId,
            String name,
            String description,
            List<PolicyGrant> grants,
            PolicyGuards guards,
            boolean builtIn)
            implements SecurityPolicyEvent {
        public SecurityPolicyCreated {
            grants = List.copyOf(grants);
        }
    }

    /** Name or description of a security policy changed. */
    record SecurityPolicyDetailsChanged(
            UUID policyId, NameAndDescription before, NameAndDescription after)
            implements SecurityPolicyEvent {}

    /** A security policy grants other roles, or for other resources. */
    record SecurityPolicyGrantsChanged(
            UUID policyId, List<PolicyGrant> before, List<PolicyGrant> after)
            implements SecurityPolicyEvent {
        public SecurityPolicyGrantsChanged {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Key uses under a security policy must pass other guards. */
    record SecurityPolicyGuardsChanged(UUID policyId, PolicyGuards before, PolicyGuards after)
            implements SecurityPolicyEvent {}

    /** A security policy grants and refuses from now on. */
    record SecurityPolicyEnabled(UUID policyId, PolicyState before)
            implements SecurityPolicyEvent {}

    /** A security policy only records from now on what it would have refused. */
    record SecurityPolicyMonitored(UUID policyId, PolicyState before)
            implements SecurityPolicyEvent {}

    /** A security policy does nothing from now on. */
    record SecurityPolicyDisabled(UUID policyId, PolicyState before)
            implements SecurityPolicyEvent {}

    /** A security policy that was attached nowhere was deleted; its name is free again. */
    record SecurityPolicyDeleted(UUID policyId, String name) implements SecurityPolicyEvent {}
}
