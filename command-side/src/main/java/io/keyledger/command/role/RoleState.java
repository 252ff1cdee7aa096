package io.keyledger.command.role;

import java.util.List;

/** A role as its own events tell. */
sealed interface RoleState {

    /** Not created, or deleted. */
    record Absent() implements RoleState {}

    /** A role that is there. */
    record Present(String name, String description, List<String> permissions, boolean builtIn)
            implements RoleState {}
}
