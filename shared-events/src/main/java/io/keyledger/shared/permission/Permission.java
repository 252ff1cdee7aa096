package io.keyledger.shared.permission;

import java.util.regex.Pattern;

/**
 * One concrete permission, {@code resource:action}: the resource a dotted path of lower-case words,
 * the action one such word. A word starts with a letter and goes on with letters, digits and
 * hyphens. At most {@value #MAX_LENGTH} characters.
 */
public record Permission(String text) {

    public static final int MAX_LENGTH = 200;

    /** Never tried again with fewer characters: none of them can begin what follows a word. */
    static final String WORD = "[a-z][a-z0-9-]*+";

    private static final Pattern FORM = Pattern.compile(WORD + "(?:\\." + WORD + ")*+:" + WORD);

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
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
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
