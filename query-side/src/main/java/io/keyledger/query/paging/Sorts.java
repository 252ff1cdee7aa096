package io.keyledger.query.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The orders that a list knows within a workspace.
 *
 * @param alias of the table that has the rows' {@code workspace} and {@code id}
 * @param ties what decides among equal rows, before their ids do
 * @param keys what the list can be in order of, the usual one first
 */
public record Sorts(String alias, List<SortKey> ties, List<SortKey> keys) {

    public Sorts {
        ties = List.copyOf(ties);
        keys = List.copyOf(keys);
    }

    /** By name as names are compared, or by one of the others. */
    public static Sorts named(String alias, SortKey name, SortKey... others) {
        List<SortKey> keys = Stream.concat(Stream.of(name), Stream.of(others)).toList();
        return new Sorts(alias, List.of(name), keys);
    }

    /** The order that is meant when none is asked for. */
    public ListOrder usual() {
        return new ListOrder(this, keys.getFirst(), false);
    }

    /**
     * Reads the parameter {@code sort}: a key, or one with a minus before it for the other way
     * round.
     *
     * @throws io.keyledger.access.problem.ApiProblem 400 if it is neither
     */
    public ListOrder read(@Nullable String sort) {
        List<ListOrder> orders =
                keys.stream()
                        .flatMap(
                                key ->
                                        Stream.of(
                                                new ListOrder(this, key, false),
                                                new ListOrder(this, key, true)))
                        .toList();
        String known = Filters.oneOf("sort", sort, orders.stream().map(ListOrder::name).toList());
        return orders.stream()
                .filter(order -> order.name().equals(known))
                .findFirst()
                .orElseGet(this::usual);
    }
}
