package io.keyledger.command.person;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/** A person as its own events tell. */
sealed interface PersonState {

    /** Has never signed in. */
    record Absent() implements PersonState {}

    /**
     * Has signed in.
     *
     * @param tokenIssuedAt of the newest token it signed in with
     * @param groups by id, with their workspaces; some may have been deleted since
     */
    record Present(boolean enabled, Instant tokenIssuedAt, SortedMap<UUID, String> groups)
            implements PersonState {}
}
