package io.keyledger.command.platform;

/** A command was overtaken again and again by others to the same aggregate. Nothing was written. */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Conflict() {
        super("overtaken by others", null, false, false);
    }
}
