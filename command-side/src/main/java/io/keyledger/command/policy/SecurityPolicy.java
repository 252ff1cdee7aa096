package io.keyledger.command.policy;

import io.keyledger.shared.event.SecurityPolicyEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a security policy's state between events. */
class SecurityPolicy {

    @AggregateIdentifier private String stream;
    private SecurityPolicyState state = new SecurityPolicyState.Absent();

    SecurityPolicy() {}

    SecurityPolicy(List<SecurityPolicyEvent> events) {
        apply(events);
    }

    final void apply(List<SecurityPolicyEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    SecurityPolicyState state() {
        return state;
    }

    @EventSourcingHandler
    void on(SecurityPolicyEvent event) {
        stream = event.policyId().toString();
        state = SecurityPolicyEvolution.evolve(state, event);
    }
}
