package io.keyledger.query.paging;

import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a text, in whatever case, in names and in what is said of them. */
public final class TextSearch {

    private TextSearch() {}

    /**
     * The condition, which is none without a text.
     *
     * @param nameKey the column of the name to compare by
     * @param others expressions of other texts, which may be null
     */
    public static Conditions of(@Nullable String q, String nameKey, String... others) {
        String found =
                Stream.concat(
                                Stream.of("strpos(" + nameKey + ", :q) > 0"),
                                Arrays.stream(others).map(TextSearch::inAnyCase))
                        .collect(Collectors.joining(" OR ", "(", ")"));
        return new Conditions().and(found, "q", q == null ? null : NameKey.of(q));
    }

    private static String inAnyCase(String text) {
        return "strpos(lower(coalesce(" + text + ", '')), lower(:q)) > 0";
    }
}
