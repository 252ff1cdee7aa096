package io.keyledger.shared.permission;

/**
 * One concrete permission, {@code resource:action}: the resource a dotted path of lower-case words,
 * the action one such word. A word starts with a letter and goes on with letters, digits and
 * hyphens. At most {@value #MAX_LENGTH} characters.
 */
public record Permission(String text) {

    public static final int MAX_LENGTH = 200;

    /**
     * Takes a permission's text.
     *
     * @throws IllegalArgumentException if it has another form; the message says which form it must
     *     have
     */
    public Permission {
        if (!isPermission(text)) {
            throw new IllegalArgumentException(
                    "a permission is resource:action in lower-case words, such as catalog.assets:view,"
                            + " of at most "
                            + MAX_LENGTH
                            + " characters");
        }
    }

    public static boolean isPermission(String text) {
        return text.length() <= MAX_LENGTH && isFormed(text);
    }

    /** Not by a regular expression, since each check asks. */
    private static boolean isFormed(String text) {
        boolean inAction = false;
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                atStart = false;
            } else if (atStart) {
                return false;
            } else if (!inAction && (c == '.' || c == ':')) {
                inAction = c == ':';
                atStart = true;
            } else if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return inAction && !atStart;
    }

    public String resource() {
        return text.substring(0, text.indexOf(':'));
    }

    public String action() {
        return text.substring(text.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
