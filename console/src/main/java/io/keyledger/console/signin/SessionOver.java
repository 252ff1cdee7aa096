package io.keyledger.console.signin;

/** A person's token is not good any more, and cannot be had anew. */
public final class SessionOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionOver(String why) {
        super(why, null, false, false);
    }
}
