package io.keyledger.command.person;

import io.keyledger.command.platform.InWorkspace;
import io.keyledger.command.platform.Shell;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import org.axonframework.messaging.MetaData;

import java.util.List;

/** The shell that holds a person's state between events, each in the log it belongs into. */
class Person extends Shell<PersonEvent, PersonState> {

    Person() {
        super(new PersonState.Absent());
    }

    Person(List<PersonEvent> events) {
        this();
        apply(events);
    }

    @Override
    protected String streamOf(PersonEvent event) {
        return event.personId().toString();
    }

    @Override
    protected PersonState evolve(PersonState before, PersonEvent event) {
        return PersonEvolution.evolve(before, event);
    }

    @Override
    protected MetaData metaDataOf(PersonEvent event) {
        return InWorkspace.of(
                switch (event) {
                    case PersonGroupAssigned assigned -> assigned.workspace();
                    case PersonGroupUnassigned unassigned -> unassigned.workspace();
                    case PersonRegistered _, PersonSignedIn _, PersonDisabled _, PersonEnabled _ ->
                            BuiltIn.SYSTEM;
                });
    }
}
