package io.keyledger.console.serviceuser;

import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.client.api.Permissions.Held;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What could be done at one moment and not at another. */
record Compared(Set<String> gained, Set<String> lost) {

    static Compared of(Effective before, Effective after) {
        return of(texts(before), texts(after));
    }

    static Compared of(Set<String> before, Set<String> after) {
        return new Compared(less(after, before), less(before, after));
    }

    private static Set<String> texts(Effective effective) {
        return effective.items().stream()
                .map(Held::permission)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> less(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
