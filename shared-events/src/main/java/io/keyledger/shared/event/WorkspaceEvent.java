package io.keyledger.shared.event;

import java.util.List;

/** What happens to a workspace itself. */
public sealed interface WorkspaceEvent extends DomainEvent {

    String slug();

    /** A workspace was created; its slug is never reused. */
    record WorkspaceCreated(String slug, String name) implements WorkspaceEvent {}

    /** The display name of a workspace changed. */
    record WorkspaceRenamed(String slug, String before, String after) implements WorkspaceEvent {}

    /**
     * Personal values were erased: from then on they cannot be told from any record, whose hashes
     * stay as they are.
     *
     * @param values references to them, as records have them
     */
    record PersonalValuesErased(String slug, List<Long> values) implements WorkspaceEvent {

        public PersonalValuesErased {
            values = List.copyOf(values);
        }
    }
}
