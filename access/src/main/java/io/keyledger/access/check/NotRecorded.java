package io.keyledger.access.check;

import org.jspecify.annotations.Nullable;

/**
 * The check could not be recorded in time, so there is no answer: HTTP 503, to be tried again. The
 * record may exist nonetheless.
 */
public class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotRecorded(String message) {
        super(message, null, false, false);
    }

    /** What a check that completed exceptionally failed with. */
    public static NotRecorded of(@Nullable Throwable failure) {
        return failure instanceof NotRecorded known
                ? known
                : new NotRecorded("the use could not be recorded");
    }

    /** The code that callers are told. */
    public String code() {
        return "not-recorded";
    }

    /** What callers are told in words. */
    public String detail() {
        return "The request could not be recorded, so it was not carried out; try again.";
    }

    /** After how many seconds trying again makes sense. */
    public int retryAfterSeconds() {
        return 1;
    }
}
