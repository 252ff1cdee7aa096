package io.keyledger.command.platform;

/** Carries out commands, each in a transaction of its own. */
public interface Commands {

    /**
     * Sends a command and waits for what comes of it.
     *
     * @throws Conflict if others kept overtaking it
     * @throws Unavailable if the database could not be asked in time
     */
    default Outcome send(WorkspaceCommand command, CallerInfo caller) {
        return send(command, caller, outcome -> outcome);
    }

    /** The same, with an answer that is made in the command's transaction. */
    <A> A send(WorkspaceCommand command, CallerInfo caller, Answering<A> answering);
}
