package io.keyledger.console.edit;

import io.keyledger.console.directory.Directory;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What can be done one way and not the other.
 *
 * @param untold why it is not told, without a full stop; null if it is
 */
public record Compared(Set<String> gained, Set<String> lost, @Nullable String untold) {

    /** Of what is the same both ways. */
    private static final Compared NOTHING = of(Set.of(), Set.of());

    public static Compared of(Set<String> before, Set<String> after) {
        return new Compared(less(after, before), less(before, after), null);
    }

    /** Of what comes by a directory, which may not tell all of it. */
    public static Compared of(
            Directory directory, Optional<Set<String>> before, Optional<Set<String>> after) {
        return before.flatMap(was -> after.map(is -> of(was, is)))
                .orElseGet(() -> new Compared(Set.of(), Set.of(), directory.unseen()));
    }

    /**
     * Of what a form gives as it was and as it is: nothing where it gives by the same, whatever may
     * be seen of that.
     *
     * @param links by what it gives permissions
     * @param permissions that it gives; empty if that may not be seen
     */
    public static <F> Compared of(
            Visitor visitor,
            String ws,
            F before,
            F after,
            Function<F, ?> links,
            BiFunction<F, Directory, Optional<Set<String>>> permissions) {
        if (links.apply(before).equals(links.apply(after))) {
            return NOTHING;
        }
        Directory directory = Directory.of(visitor, ws);
        return of(
                directory,
                permissions.apply(before, directory),
                permissions.apply(after, directory));
    }

    private static Set<String> less(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
