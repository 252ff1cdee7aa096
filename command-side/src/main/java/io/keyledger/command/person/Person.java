package io.keyledger.command.person;

import io.keyledger.command.platform.InWorkspace;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a person's state between events, each in the log it belongs into. */
class Person {

    @AggregateIdentifier private String stream;
    private PersonState state = new PersonState.Absent();

    Person() {}

    Person(List<PersonEvent> events) {
        apply(events);
    }

    final void apply(List<PersonEvent> events) {
        events.forEach(
                event -> AggregateLifecycle.apply(event, InWorkspace.of(workspaceOf(event))));
    }

    PersonState state() {
        return state;
    }

    @EventSourcingHandler
    void on(PersonEvent event) {
        stream = event.personId().toString();
        state = PersonEvolution.evolve(state, event);
    }

    private static String workspaceOf(PersonEvent event) {
        return switch (event) {
            case PersonGroupAssigned assigned -> assigned.workspace();
            case PersonGroupUnassigned unassigned -> unassigned.workspace();
            case PersonRegistered _, PersonSignedIn _, PersonDisabled _, PersonEnabled _ ->
                    BuiltIn.SYSTEM;
        };
    }
}
