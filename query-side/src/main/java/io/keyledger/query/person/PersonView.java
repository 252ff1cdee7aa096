package io.keyledger.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person in a workspace, as it is or was at a moment.
 *
 * @param name that it acted under there last; null if that was erased
 * @param erased true if so
 * @param issuer the provider that knows it
 * @param subject what the provider calls it
 * @param status enabled, disabled, or left: in no group of the workspace any more
 * @param groups those in the workspace
 * @param createdAt when it signed in for the first time
 * @param lastSignIn when it signed in with a new token last
 * @param parked true while an event of it could not be applied, so that this may be out of date
 */
record PersonView(
        UUID id,
        String workspace,
        @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased,
        String issuer,
        String subject,
        String status,
        List<UUID> groups,
        @Nullable Instant lastSignIn,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean parked) {

    PersonView {
        groups = List.copyOf(groups);
    }

    PersonView parkedIf(boolean isParked) {
        return new PersonView(
                id,
                workspace,
                name,
                erased,
                issuer,
                subject,
                status,
                groups,
                lastSignIn,
                version,
                createdAt,
                updatedAt,
                isParked);
    }
}
