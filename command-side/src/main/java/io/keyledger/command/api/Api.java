package io.keyledger.command.api;

import io.keyledger.shared.event.ApiEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds an API's state between events. */
class Api {

    @AggregateIdentifier private String stream;
    private ApiState state = new ApiState.Absent();

    Api() {}

    Api(List<ApiEvent> events) {
        apply(events);
    }

    final void apply(List<ApiEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    ApiState state() {
        return state;
    }

    @EventSourcingHandler
    void on(ApiEvent event) {
        stream = event.apiId().toString();
        state = ApiDecider.evolve(state, event);
    }
}
