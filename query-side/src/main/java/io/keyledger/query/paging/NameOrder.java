package io.keyledger.query.paging;

import io.keyledger.shared.id.NameKey;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Lists in order of names, ids deciding among equal ones: an order that paging can go on from. */
public final class NameOrder {

    /** What a row's place in the list follows from. */
    public record Place(String nameKey, UUID id) {

        public static Place of(String name, UUID id) {
            return new Place(NameKey.of(name), id);
        }
    }

    private NameOrder() {}

    /** The rows behind the request's cursor, by these columns, and how many. */
    public static Conditions after(
            PageRequest request, String nameKeyColumn, String idColumn, Conditions where) {
        where.set("fetch", request.fetch());
        if (!request.isFirst()) {
            where.and(
                            "(%s, %s) > (:afterName, :afterId::uuid)"
                                    .formatted(nameKeyColumn, idColumn),
                            "afterName",
                            request.after().get(0))
                    .set("afterId", request.after().get(1));
        }
        return where;
    }

    /** The page of rows that were found so. */
    public static <T> Page<T> page(List<T> rows, PageRequest request, Function<T, Place> place) {
        return Page.of(
                rows,
                request,
                row -> {
                    Place its = place.apply(row);
                    return new String[] {its.nameKey(), its.id().toString()};
                });
    }
}
