package io.keyledger.shared.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What happens to a person who signs in with OpenID Connect. All of it is one stream; what is about
 * a group is on record in the group's workspace, the rest in {@code system}. The person's name is
 * in none of it: it is the actor's, in the metadata, where it can be erased.
 */
public sealed interface PersonEvent extends DomainEvent {

    UUID personId();

    /** Somebody signed in for the first time, whom the provider knows by that subject. */
    record PersonRegistered(UUID personId, String issuer, String subject) implements PersonEvent {}

    /** A person signed in with a token that the provider issued then. */
    record PersonSignedIn(UUID personId, Instant tokenIssuedAt) implements PersonEvent {

        public PersonSignedIn {
            tokenIssuedAt = tokenIssuedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** A person became a member of a user group, since the provider says so. */
    record PersonGroupAssigned(UUID personId, String workspace, UUID groupId)
            implements PersonEvent {}

    /** A person is no longer a member of a user group: the provider does not say so any more. */
    record PersonGroupUnassigned(UUID personId, String workspace, UUID groupId)
            implements PersonEvent {}

    /** All tokens of a person are refused until it is enabled, whatever the provider says. */
    record PersonDisabled(UUID personId) implements PersonEvent {}

    /** A disabled person may act again. */
    record PersonEnabled(UUID personId) implements PersonEvent {}
}
