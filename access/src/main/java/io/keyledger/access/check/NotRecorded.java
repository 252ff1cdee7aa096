package io.keyledger.access.check;

/**
 * The check could not be recorded in time, so there is no answer: HTTP 503, to be tried again. The
 * record may exist nonetheless.
 */
public class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotRecorded(String message) {
        super(message, null, false, false);
    }

    /** After how many seconds trying again makes sense. */
    public int retryAfterSeconds() {
        return 1;
    }
}
