package io.keyledger.shared.event;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What happens to a role. */
public sealed interface RoleEvent extends DomainEvent {

    UUID roleId();

    /** A role was created with its first permissions, sorted. */
    record RoleCreated(
            UUID roleId, String name, String description, List<String> permissions, boolean builtIn)
            implements RoleEvent {
        public RoleCreated {
            permissions = List.copyOf(permissions);
        }
    }

    /** Name or description of a role changed. */
    record RoleDetailsChanged(UUID roleId, NameAndDescription before, NameAndDescription after)
            implements RoleEvent {}

    /** A role now holds other permissions; everyone who has the role feels it at once. */
    record RolePermissionsChanged(UUID roleId, List<String> before, List<String> after)
            implements RoleEvent {
        public RolePermissionsChanged {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A role that nobody had was deleted; its name is free again.
     *
     * @param permissions what it held; null in records of revision 1, which did not say
     */
    record RoleDeleted(UUID roleId, String name, @Nullable List<String> permissions)
            implements RoleEvent {

        public RoleDeleted {
            permissions = permissions == null ? null : List.copyOf(permissions);
        }
    }
}
