package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part starts; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** All items from the first page on. */
    public static <T> List<T> all(Function<@Nullable String, Page<T>> fetch) {
        Page<T> page = fetch.apply(null);
        List<T> all = new ArrayList<>(page.items());
        while (page.nextCursor() != null) {
            page = fetch.apply(page.nextCursor());
            all.addAll(page.items());
        }
        return all;
    }
}
