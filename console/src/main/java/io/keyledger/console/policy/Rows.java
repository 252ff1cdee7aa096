package io.keyledger.console.policy;

import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows of a form: those that were filled in, and for the page one more to be filled. */
final class Rows {

    private Rows() {}

    static <T> List<T> filled(@Nullable List<T> rows, Predicate<T> empty) {
        return Typed.orNone(rows).stream().filter(empty.negate()).toList();
    }

    static <T> List<T> andOne(List<T> filled, T blank) {
        return Stream.concat(filled.stream(), Stream.of(blank)).toList();
    }
}
