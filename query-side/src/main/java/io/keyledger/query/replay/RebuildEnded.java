package io.keyledger.query.replay;

/** A rebuild was paused, cancelled or finished by somebody else while a step of it was done. */
final class RebuildEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildEnded() {
        super("the rebuild is not running any more", null, false, false);
    }
}
