package io.keyledger.query.paging;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The parameters of a page of a list as they were sent. */
public record PageQuery(
        @Parameter(description = "At most so many items, 1 to 500; 50 if left out", example = "50")
                @Nullable String limit,
        @Parameter(description = "The nextCursor of the page before; without one, the first page")
                @Nullable String cursor) {

    /** The first page, of the usual length. */
    public static final PageQuery FIRST = new PageQuery(null, null);

    /**
     * @param keyParts of how many parts a row's key is
     * @param listAndFilters what a cursor is good for
     * @throws io.keyledger.access.problem.ApiProblem 400 naming the parameter at fault
     */
    public PageRequest of(int keyParts, @Nullable Object... listAndFilters) {
        return PageRequest.of(limit, cursor, keyParts, listAndFilters);
    }

    /** Of a list in that order, which is part of what a cursor is good for. */
    public PageRequest of(ListOrder order, @Nullable Object... listAndFilters) {
        return of(order.size(), order.name(), Arrays.asList(listAndFilters));
    }
}
