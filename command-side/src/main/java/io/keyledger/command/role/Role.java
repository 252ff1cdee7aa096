package io.keyledger.command.role;

import io.keyledger.shared.event.RoleEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a role's state between events. */
class Role {

    @AggregateIdentifier private String stream;
    private RoleState state = new RoleState.Absent();

    Role() {}

    Role(List<RoleEvent> events) {
        apply(events);
    }

    final void apply(List<RoleEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    RoleState state() {
        return state;
    }

    @EventSourcingHandler
    void on(RoleEvent event) {
        stream = event.roleId().toString();
        state = RoleDecider.evolve(state, event);
    }
}
