package io.keyledger.command.person;

import static io.keyledger.command.person.PersonDecider.present;

import io.keyledger.command.person.PersonState.Present;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** How a person's events make its state. */
final class PersonEvolution {

    private PersonEvolution() {}

    static PersonState evolve(PersonState state, PersonEvent event) {
        return switch (event) {
            case PersonRegistered _ -> new Present(true, Instant.MIN, new TreeMap<>());
            case PersonSignedIn signedIn ->
                    new Present(
                            present(state).enabled(),
                            signedIn.tokenIssuedAt(),
                            present(state).groups());
            case PersonGroupAssigned assigned ->
                    groups(
                            present(state),
                            groups -> groups.put(assigned.groupId(), assigned.workspace()));
            case PersonGroupUnassigned unassigned ->
                    groups(present(state), groups -> groups.remove(unassigned.groupId()));
            case PersonDisabled _ -> enabled(present(state), false);
            case PersonEnabled _ -> enabled(present(state), true);
        };
    }

    private static Present groups(Present person, Consumer<SortedMap<UUID, String>> change) {
        SortedMap<UUID, String> groups = new TreeMap<>(person.groups());
        change.accept(groups);
        return new Present(person.enabled(), person.tokenIssuedAt(), groups);
    }

    private static Present enabled(Present person, boolean enabled) {
        return new Present(enabled, person.tokenIssuedAt(), person.groups());
    }
}
