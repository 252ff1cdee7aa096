package io.keyledger.command.platform;

/**
 * A command that was to be carried out beside others takes something away after all. It is decided
 * anew, alone in its workspace.
 */
public final class OutOfTurn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfTurn() {
        super("not beside others", null, false, false);
    }
}
