package io.keyledger.shared.permission;

import java.util.regex.Pattern;

/**
 * What a role may hold: a permission whose resource may end in the segment {@code *} (everything
 * below; alone: everything) and whose action may be {@code *}. Never matches what is reserved to
 * owners unless it is that very permission.
 */
public record PermissionPattern(String text) {

    /** Never tried again with fewer characters: none of them can begin what follows a word. */
    private static final String WORD = "[a-z][a-z0-9-]*+";

    private static final String RESOURCE = "(?:\\*|" + WORD + "(?:\\." + WORD + ")*(?:\\.\\*)?)";
    private static final Pattern FORM = Pattern.compile(RESOURCE + ":(?:\\*|" + WORD + ")");

    /**
     * Takes a pattern's text.
     *
     * @throws IllegalArgumentException if it has another form; the message says which form it must
     *     have
     */
    public PermissionPattern {
        if (!isPattern(text)) {
            throw new IllegalArgumentException(
                    "a role's permission is resource:action in lower-case words, such as"
                            + " catalog.assets:view, catalog.*:view or catalog:*, of at most "
                            + Permission.MAX_LENGTH
                            + " characters");
        }
    }

    public static boolean isPattern(String text) {
        return text.length() <= Permission.MAX_LENGTH && FORM.matcher(text).matches();
    }

    public boolean isConcrete() {
        return text.indexOf('*') < 0;
    }

    public boolean matches(Permission asked) {
        return text.equals(asked.text())
                || (!OwnerPermissions.isReserved(asked)
                        && actionCovers(asked.action())
                        && resourceCovers(asked.resource()));
    }

    /** Whether everything the other matches is matched by this one, too. */
    public boolean covers(PermissionPattern other) {
        if (text.equals(other.text)) {
            return true;
        }
        if (OwnerPermissions.isReserved(other)) {
            return false;
        }
        return actionCovers(other.action()) && resourceCovers(other.resource());
    }

    public String resource() {
        return text.substring(0, text.indexOf(':'));
    }

    public String action() {
        return text.substring(text.indexOf(':') + 1);
    }

    private boolean actionCovers(String other) {
        return action().equals("*") || action().equals(other);
    }

    private boolean resourceCovers(String other) {
        String mine = resource();
        if (mine.equals("*")) {
            return true;
        }
        return mine.endsWith(".*")
                ? other.startsWith(mine.substring(0, mine.length() - 1))
                : mine.equals(other);
    }

    @Override
    public String toString() {
        return text;
    }
}
