package io.keyledger.command.serviceuser;

import io.keyledger.shared.event.ServiceUserEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a service user's state between events. */
class ServiceUser {

    @AggregateIdentifier private String stream;
    private String workspace = "";
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

    /** Nothing crosses a workspace, whoever knows an id. */
    boolean isPresentIn(String asked) {
        return workspace.equals(asked) && state instanceof ServiceUserState.Present;
    }

    @EventSourcingHandler
    void on(ServiceUserEvent event, @MetaDataValue("workspace") String ofEvent) {
        workspace = ofEvent;
        stream = event.serviceUserId().toString();
        state = ServiceUserEvolution.evolve(state, event);
    }
}
