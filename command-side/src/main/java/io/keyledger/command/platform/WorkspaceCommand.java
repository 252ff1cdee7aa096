package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;

/** A command to something in a workspace. */
public interface WorkspaceCommand {

    String workspace();

    /**
     * The stream it adds to, if as a rule it does no more than that: such commands are carried out
     * together with others of their workspace. Null for one that is carried out by itself.
     */
    default @Nullable String addsTo() {
        return null;
    }
}
