package io.keyledger.query.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The orders that a list knows.
 *
 * @param alias of the table
 * @param heads what rows are put together by first, whatever the order
 * @param ties what decides among equal rows; together with the heads, no two rows have the same
 * @param keys what the list can be in order of, the usual one first
 */
public record Sorts(String alias, List<SortKey> heads, List<SortKey> ties, List<SortKey> keys) {

    public Sorts {
        heads = List.copyOf(heads);
        ties = List.copyOf(ties);
        keys = List.copyOf(keys);
    }

    /**
     * Workspace by workspace, of a table that has the rows' {@code workspace} and {@code id}, which
     * decides at last.
     */
    public static Sorts inWorkspaces(String alias, List<SortKey> ties, List<SortKey> keys) {
        SortKey id = new SortKey("id", alias + ".id", "uuid");
        return new Sorts(
                alias,
                List.of(SortKey.text("workspace", alias + ".workspace")),
                Stream.concat(ties.stream(), Stream.of(id)).toList(),
                keys);
    }

    /** The same by name as names are compared, or by one of the others. */
    public static Sorts named(String alias, SortKey name, SortKey... others) {
        List<SortKey> keys = Stream.concat(Stream.of(name), Stream.of(others)).toList();
        return inWorkspaces(alias, List.of(name), keys);
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
