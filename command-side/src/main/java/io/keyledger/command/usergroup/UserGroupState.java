package io.keyledger.command.usergroup;

import java.util.List;
import java.util.UUID;

/** A user group as its own events tell. */
sealed interface UserGroupState {

    /** Not created, or deleted. */
    record Absent() implements UserGroupState {}

    /** A group that is there; its roles and policies in the order they came. */
    record Present(
            String name, String description, List<UUID> roles, List<UUID> policies, boolean builtIn)
            implements UserGroupState {}
}
