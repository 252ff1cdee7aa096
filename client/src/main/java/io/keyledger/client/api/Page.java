package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part starts; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** All items from the first page on, which is fetched now; others are as they are needed. */
    public static <T> Stream<T> stream(Function<@Nullable String, Page<T>> fetch) {
        return Stream.iterate(
                        Optional.of(fetch.apply(null)),
                        Optional::isPresent,
                        page -> page.map(Page::nextCursor).map(fetch))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    /** All items from the first page on. */
    public static <T> List<T> all(Function<@Nullable String, Page<T>> fetch) {
        return stream(fetch).toList();
    }
}
