package io.keyledger.shared.event;

/** Stored bytes that no code of today can read as an event. Its message never holds the payload. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }
}
