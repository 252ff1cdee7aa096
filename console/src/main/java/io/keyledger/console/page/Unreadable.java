package io.keyledger.console.page;

/** What was sent cannot be meant; the text says why, without a full stop. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    public Unreadable(String text) {
        super(text);
        this.text = text;
    }

    /**
     * Nothing that cannot be undone is done unless its name was typed.
     *
     * @throws Unreadable if it was not
     */
    public static void unlessTyped(String typed, String name) {
        if (!typed.strip().equals(name)) {
            throw new Unreadable("the name was not typed");
        }
    }

    public String text() {
        return text;
    }
}
