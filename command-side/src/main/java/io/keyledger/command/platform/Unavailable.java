package io.keyledger.command.platform;

/**
 * The database could not be asked in time. The command was not carried out, unless at the last
 * moment.
 */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unavailable() {
        super("the database is not available", null, false, false);
    }
}
