package io.keyledger.query.permissions;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who can: a service user, or a person.
 *
 * @param username of a service user
 * @param personName of a person, if it was not erased
 */
record Can(
        Bearer bearer,
        UUID id,
        String workspace,
        @Nullable String username,
        @Nullable String personName) {

    static Can serviceUser(UUID id, String workspace, String username) {
        return new Can(Bearer.SERVICE_USER, id, workspace, username, null);
    }

    static Can person(UUID id, String workspace, @Nullable String name) {
        return new Can(Bearer.PERSON, id, workspace, null, name);
    }

    boolean isPerson() {
        return bearer == Bearer.PERSON;
    }
}
