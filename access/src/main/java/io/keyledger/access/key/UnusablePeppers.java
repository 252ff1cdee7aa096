package io.keyledger.access.key;

/** The peppers cannot be used; the message is one sentence for an operator. */
public final class UnusablePeppers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusablePeppers(String message) {
        super(message);
    }
}
