package io.keyledger.command.platform;

/** Others changed the same again and again. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
