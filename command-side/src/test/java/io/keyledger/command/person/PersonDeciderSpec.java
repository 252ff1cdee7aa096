package io.keyledger.command.person;

import static io.keyledger.command.rule.RejectionCode.NEWER_SIGN_IN;
import static io.keyledger.command.rule.RejectionCode.NO_GROUPS;
import static io.keyledger.command.rule.RejectionCode.PERSON_DISABLED;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_PERSON;

import io.keyledger.command.person.PersonCommand.SignIn;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

class PersonDeciderSpec {

    private static final String ISSUER = "https://login.example.com";
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID OWNERS = new UUID(0, 20);
    private static final UUID VIEWERS = new UUID(0, 21);
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");

    private static final PersonRegistered REGISTERED = new PersonRegistered(ADA, ISSUER, "ada");
    private static final PersonSignedIn ON_MONDAY = new PersonSignedIn(ADA, MONDAY);
    private static final PersonGroupAssigned OWNER = new PersonGroupAssigned(ADA, "acme", OWNERS);
    private static final Spec<PersonState, PersonEvent> PEOPLE =
            new Spec<>(new PersonState.Absent(), PersonEvolution::evolve);

    @Nested
    class SigningIn {

        @Test
        void theFirstTimeRegistersThePersonWithItsGroups() {
            PEOPLE.when(state -> signIn(state, MONDAY, Map.of(VIEWERS, "other", OWNERS, "acme")))
                    .then(
                            REGISTERED,
                            ON_MONDAY,
                            OWNER,
                            new PersonGroupAssigned(ADA, "other", VIEWERS));
        }

        @Test
        void withoutGroupsNobodyIsRegistered() {
            PEOPLE.when(state -> signIn(state, MONDAY, Map.of())).rejected(NO_GROUPS);
        }

        @Test
        void takesAwayWhatTheProviderDoesNotSayAnyMore() {
            PEOPLE.given(REGISTERED, ON_MONDAY, OWNER)
                    .when(state -> signIn(state, TUESDAY, Map.of(VIEWERS, "acme")))
                    .then(
                            new PersonSignedIn(ADA, TUESDAY),
                            new PersonGroupUnassigned(ADA, "acme", OWNERS),
                            new PersonGroupAssigned(ADA, "acme", VIEWERS));
        }

        @Test
        void whoIsRegisteredMayLoseAllGroups() {
            PEOPLE.given(REGISTERED, ON_MONDAY, OWNER)
                    .when(state -> signIn(state, TUESDAY, Map.of()))
                    .then(
                            new PersonSignedIn(ADA, TUESDAY),
                            new PersonGroupUnassigned(ADA, "acme", OWNERS));
        }

        @Test
        void theSameTokenAgainChangesNothing() {
            PEOPLE.given(REGISTERED, ON_MONDAY, OWNER)
                    .when(state -> signIn(state, MONDAY, Map.of(OWNERS, "acme")))
                    .thenNothing();
        }

        @Test
        void anOlderTokenBringsNothingBack() {
            PEOPLE.given(
                            REGISTERED,
                            ON_MONDAY,
                            OWNER,
                            new PersonSignedIn(ADA, TUESDAY),
                            new PersonGroupUnassigned(ADA, "acme", OWNERS))
                    .when(state -> signIn(state, MONDAY, Map.of(OWNERS, "acme")))
                    .rejected(NEWER_SIGN_IN);
        }

        @Test
        void theDisabledDoNot() {
            PEOPLE.given(REGISTERED, ON_MONDAY, OWNER, new PersonDisabled(ADA))
                    .when(state -> signIn(state, TUESDAY, Map.of(OWNERS, "acme")))
                    .rejected(PERSON_DISABLED);
        }
    }

    @Nested
    class Disabling {

        @Test
        void isDoneOnceAndUndone() {
            Spec<PersonState, PersonEvent> enabled = PEOPLE.given(REGISTERED, ON_MONDAY);
            Spec<PersonState, PersonEvent> disabled = enabled.given(new PersonDisabled(ADA));
            enabled.when(state -> PersonDecider.disable(state, ADA)).then(new PersonDisabled(ADA));
            disabled.when(state -> PersonDecider.disable(state, ADA)).thenNothing();
            disabled.when(state -> PersonDecider.enable(state, ADA)).then(new PersonEnabled(ADA));
            enabled.when(state -> PersonDecider.enable(state, ADA)).thenNothing();
            disabled.given(new PersonEnabled(ADA), OWNER)
                    .when(state -> signIn(state, MONDAY, Map.of(OWNERS, "acme")))
                    .thenNothing();
        }

        @Test
        void needsAPerson() {
            PEOPLE.when(state -> PersonDecider.disable(state, ADA)).rejected(UNKNOWN_PERSON);
        }
    }

    private static List<PersonEvent> signIn(
            PersonState state, Instant issuedAt, Map<UUID, String> said) {
        return PersonDecider.decide(
                state, new SignIn(ADA, ISSUER, "ada", issuedAt, List.of()), new TreeMap<>(said));
    }
}
