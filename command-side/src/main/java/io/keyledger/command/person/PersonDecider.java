package io.keyledger.command.person;

import io.keyledger.command.person.PersonCommand.SignIn;
import io.keyledger.command.person.PersonState.Absent;
import io.keyledger.command.person.PersonState.Present;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The rules of people. */
final class PersonDecider {

    private PersonDecider() {}

    /**
     * Decides on a sign-in.
     *
     * @param said the groups that are there of those that the token claims, with their workspaces
     */
    static List<PersonEvent> decide(
            PersonState state, SignIn command, SortedMap<UUID, String> said) {
        List<PersonEvent> events = new ArrayList<>();
        Present before = before(state, command, said, events);
        if (command.tokenIssuedAt().isAfter(before.tokenIssuedAt())) {
            events.add(new PersonSignedIn(command.personId(), command.tokenIssuedAt()));
        }
        before.groups()
                .forEach(
                        (group, workspace) -> {
                            if (!said.containsKey(group)) {
                                events.add(
                                        new PersonGroupUnassigned(
                                                command.personId(), workspace, group));
                            }
                        });
        said.forEach(
                (group, workspace) -> {
                    if (!before.groups().containsKey(group)) {
                        events.add(new PersonGroupAssigned(command.personId(), workspace, group));
                    }
                });
        return events;
    }

    static List<PersonEvent> disable(PersonState state, UUID personId) {
        return present(state).enabled() ? List.of(new PersonDisabled(personId)) : List.of();
    }

    static List<PersonEvent> enable(PersonState state, UUID personId) {
        return present(state).enabled() ? List.of() : List.of(new PersonEnabled(personId));
    }

    static Present present(PersonState state) {
        return switch (state) {
            case Present present -> present;
            case Absent _ ->
                    throw new Rejected(RejectionCode.UNKNOWN_PERSON, "there is no such person");
        };
    }

    private static Present before(
            PersonState state,
            SignIn command,
            SortedMap<UUID, String> said,
            List<PersonEvent> events) {
        return switch (state) {
            case Absent _ -> {
                if (said.isEmpty()) {
                    throw new Rejected(
                            RejectionCode.NO_GROUPS,
                            "the provider names no group of Keyledger for this person");
                }
                events.add(
                        new PersonRegistered(
                                command.personId(), command.issuer(), command.subject()));
                yield new Present(true, Instant.MIN, new TreeMap<>());
            }
            case Present present -> {
                refuse(present, command);
                yield present;
            }
        };
    }

    private static void refuse(Present person, SignIn command) {
        if (!person.enabled()) {
            throw new Rejected(RejectionCode.PERSON_DISABLED, "the person is disabled");
        }
        if (command.tokenIssuedAt().isBefore(person.tokenIssuedAt())) {
            throw new Rejected(
                    RejectionCode.NEWER_SIGN_IN,
                    "the person has signed in with a token that was issued later");
        }
    }
}
