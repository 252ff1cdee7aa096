package io.keyledger.console.edit;

import io.keyledger.console.directory.Directory;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be done one way and not the other.
 *
 * @param untold why it is not told, without a full stop; null if it is
 */
public record Compared(Set<String> gained, Set<String> lost, @Nullable String untold) {

    /** Of what is the same both ways. */
    public static final Compared NOTHING = of(Set.of(), Set.of());

    public static Compared of(Set<String> before, Set<String> after) {
        return new Compared(less(after, before), less(before, after), null);
    }

    /** Of what comes by a directory, which may not tell all of it. */
    public static Compared of(
            Directory directory, Optional<Set<String>> before, Optional<Set<String>> after) {
        return before.flatMap(was -> after.map(is -> of(was, is)))
                .orElseGet(() -> new Compared(Set.of(), Set.of(), directory.unseen()));
    }

    private static Set<String> less(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
