package io.keyledger.console.edit;

import java.util.Set;
import java.util.TreeSet;

/** What can be done one way and not the other. */
public record Compared(Set<String> gained, Set<String> lost) {

    public static Compared of(Set<String> before, Set<String> after) {
        return new Compared(less(after, before), less(before, after));
    }

    private static Set<String> less(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
