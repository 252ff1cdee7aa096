package io.keyledger.command.usergroup;

import io.keyledger.shared.event.UserGroupEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a user group's state between events. */
class UserGroup {

    @AggregateIdentifier private String stream;
    private UserGroupState state = new UserGroupState.Absent();

    UserGroup() {}

    UserGroup(List<UserGroupEvent> events) {
        apply(events);
    }

    final void apply(List<UserGroupEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    UserGroupState state() {
        return state;
    }

    @EventSourcingHandler
    void on(UserGroupEvent event) {
        stream = event.groupId().toString();
        state = UserGroupEvolution.evolve(state, event);
    }
}
