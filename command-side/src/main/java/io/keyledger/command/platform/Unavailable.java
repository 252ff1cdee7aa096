package io.keyledger.command.platform;

/** The database could not be asked in time. */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
