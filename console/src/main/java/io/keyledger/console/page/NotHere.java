package io.keyledger.console.page;

/** What was asked for is not there (any more); the text says why that may be. */
public final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    public NotHere(String text) {
        super(text);
        this.text = text;
    }

    String text() {
        return text;
    }
}
