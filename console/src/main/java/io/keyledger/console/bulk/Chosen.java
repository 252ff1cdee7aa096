package io.keyledger.console.bulk;

import io.keyledger.console.page.Unreadable;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that was chosen, at the version that was looked at. */
record Chosen(UUID id, long version) {

    /** As many as a page lists. */
    static final int MOST = 50;

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F-]{36}):(\\d{1,18})");

    /**
     * Each once.
     *
     * @throws Unreadable for none, too many or what is no choice
     */
    static List<Chosen> of(List<String> sent) {
        List<Chosen> chosen = sent.stream().distinct().map(Chosen::of).toList();
        if (chosen.isEmpty()) {
            throw new Unreadable("Choose at least one");
        }
        if (chosen.size() > MOST) {
            throw new Unreadable("Choose at most " + MOST);
        }
        return chosen;
    }

    private static Chosen of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Unreadable("A choice cannot be read");
        }
        try {
            return new Chosen(UUID.fromString(form.group(1)), Long.parseLong(form.group(2)));
        } catch (IllegalArgumentException _) {
            throw new Unreadable("A choice cannot be read");
        }
    }

    String text() {
        return id + ":" + version;
    }
}
