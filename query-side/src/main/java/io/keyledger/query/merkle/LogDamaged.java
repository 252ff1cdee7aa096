package io.keyledger.query.merkle;

/** What is stored of a log is not what it was: somebody changed or removed rows. */
public final class LogDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogDamaged(String what) {
        super(what);
    }
}
