package io.keyledger.shared.event;

/** What happens to a workspace itself. */
public sealed interface WorkspaceEvent extends DomainEvent {

    String slug();

    /** A workspace was created; its slug is never reused. */
    record WorkspaceCreated(String slug, String name) implements WorkspaceEvent {}

    /** The display name of a workspace changed. */
    record WorkspaceRenamed(String slug, String before, String after) implements WorkspaceEvent {}
}
