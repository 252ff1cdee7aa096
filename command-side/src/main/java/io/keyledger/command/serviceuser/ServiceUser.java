package io.keyledger.command.serviceuser;

import io.keyledger.shared.event.ServiceUserEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a service user's state between events. */
class ServiceUser {

    @AggregateIdentifier private String stream;
    private ServiceUserState state = new ServiceUserState.Absent();

    ServiceUser() {}

    ServiceUser(List<ServiceUserEvent> events) {
        apply(events);
    }

    final void apply(List<ServiceUserEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    ServiceUserState state() {
        return state;
    }

    @EventSourcingHandler
    void on(ServiceUserEvent event) {
        stream = event.serviceUserId().toString();
        state = ServiceUserEvolution.evolve(state, event);
    }
}
