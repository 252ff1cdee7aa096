package io.keyledger.query.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** A part of a list, and where the next one starts, if there is more. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** Of rows that were asked for with one more than the limit. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String[]> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, request.cursorAfter(key.apply(items.getLast())));
    }

    /** All that was found up to a row that was looked at last, with more to look at behind it. */
    public static <T> Page<T> cut(List<T> found, PageRequest request, String... reached) {
        return new Page<>(found, request.cursorAfter(reached));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}
