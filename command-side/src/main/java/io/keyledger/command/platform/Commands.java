package io.keyledger.command.platform;

/** Sends commands. */
public interface Commands {

    Outcome send(WorkspaceCommand command, CallerInfo caller);
}
