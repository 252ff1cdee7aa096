package io.keyledger.console.edit;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was chosen of a conflict.
 *
 * @param seen the version whose fields were theirs
 * @param form whether to go on with the form, which may leave choices open
 * @param of {@link Merge#MINE} or {@link Merge#THEIRS}, by the names of lines
 */
record Choices(String seen, boolean form, Map<String, String> of) {

    private static final String CHOICE = "choose.";

    /** Lines are named with a prefix, so that none is taken for anything else. */
    static Choices of(Map<String, String> sent) {
        Map<String, String> choices = new TreeMap<>();
        sent.forEach(
                (name, choice) -> {
                    if (name.startsWith(CHOICE)) {
                        choices.put(name.substring(CHOICE.length()), choice);
                    }
                });
        return new Choices(sent.getOrDefault("seen", ""), "form".equals(sent.get("then")), choices);
    }

    /** Whether they are of what is saved by now. */
    boolean areOf(long version) {
        return seen.equals(Long.toString(version));
    }
}
