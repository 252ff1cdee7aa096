package io.keyledger.command.policy;

import io.keyledger.command.platform.Shell;
import io.keyledger.shared.event.SecurityPolicyEvent;

import java.util.List;

/** The shell that holds a security policy's state between events. */
class SecurityPolicy extends Shell<SecurityPolicyEvent, SecurityPolicyState> {

    SecurityPolicy() {
        super(new SecurityPolicyState.Absent());
    }

    SecurityPolicy(List<SecurityPolicyEvent> events) {
        this();
        apply(events);
    }

    @Override
    protected String streamOf(SecurityPolicyEvent event) {
        return event.policyId().toString();
    }

    @Override
    protected SecurityPolicyState evolve(SecurityPolicyState before, SecurityPolicyEvent event) {
        return SecurityPolicyEvolution.evolve(before, event);
    }
}
