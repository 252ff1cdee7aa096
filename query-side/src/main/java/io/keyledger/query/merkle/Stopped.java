package io.keyledger.query.merkle;

/** This log is not signed now. */
final class Stopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final Stop why;

    Stopped(Stop why) {
        super(why.code());
        this.why = why;
    }

    Stop why() {
        return why;
    }
}
