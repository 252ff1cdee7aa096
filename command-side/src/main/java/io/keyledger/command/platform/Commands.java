package io.keyledger.command.platform;

/** Carries out commands, each in a transaction of its own. */
public interface Commands {

    /**
     * Sends a command and waits for what comes of it.
     *
     * @throws Conflict if others kept overtaking it
     * @throws Unavailable if the database could not be asked in time
     */
    Outcome send(WorkspaceCommand command, CallerInfo caller);
}
