package io.keyledger.command.usergroup;

import java.util.List;
import java.util.UUID;

/** A user group as its own events tell. */
sealed interface UserGroupState {

    /** Not created, or deleted. */
    record Absent() implements UserGroupState {}

    /** A group that is there; its roles in the order they were assigned. */
    record Present(String name, String description, List<UUID> roles, boolean builtIn)
            implements UserGroupState {}
}
