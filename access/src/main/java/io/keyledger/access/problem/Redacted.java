package io.keyledger.access.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: kinds and places, no messages, which may hold statements with what
 * was to be stored.
 */
public final class Redacted extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DEPTH = 8;

    private Redacted(Throwable failure, @Nullable Throwable cause) {
        super(failure.getClass().getName(), cause);
        setStackTrace(failure.getStackTrace());
    }

    public static Throwable copyOf(Throwable failure) {
        return copyOf(failure, DEPTH);
    }

    private static Throwable copyOf(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new Redacted(failure, cause == null || depth == 0 ? null : copyOf(cause, depth - 1));
    }
}
