package io.keyledger.query.paging;

import io.keyledger.access.problem.ApiProblem;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How much of a list is wanted, and after which row.
 *
 * @param after the key of the row before the wanted ones, empty for the first page
 */
public record PageRequest(int limit, List<String> after, String scope) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    public PageRequest {
        after = List.copyOf(after);
    }

    /**
     * Reads the parameters {@code limit} and {@code cursor} of a list.
     *
     * @param keyParts of how many parts a row's key is
     * @param listAndFilters what a cursor is good for
     * @throws ApiProblem 400 naming the parameter at fault
     */
    public static PageRequest of(
            @Nullable String limit,
            @Nullable String cursor,
            int keyParts,
            @Nullable Object... listAndFilters) {
        String scope =
                Arrays.stream(listAndFilters)
                        .map(part -> part == null ? "-" : "=" + part)
                        .collect(Collectors.joining("\0"));
        List<String> after = cursor == null ? List.of() : Cursor.read(cursor, scope, keyParts);
        return new PageRequest(limitOf(limit), after, scope);
    }

    public boolean isFirst() {
        return after.isEmpty();
    }

    /** As much of another list, from its first row on. */
    public PageRequest fromTheStart() {
        return new PageRequest(limit, List.of(), scope);
    }

    /** One more than wanted, to know whether there is more. */
    public int fetch() {
        return limit + 1;
    }

    String cursorAfter(String... key) {
        return Cursor.write(scope, key);
    }

    private static int limitOf(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("[1-9]\\d{0,2}") && Integer.parseInt(limit) <= MAX_LIMIT) {
            return Integer.parseInt(limit);
        }
        throw ApiProblem.invalid("limit", "limit is a number from 1 to " + MAX_LIMIT);
    }
}
