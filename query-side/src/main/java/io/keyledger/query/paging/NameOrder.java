package io.keyledger.query.paging;

import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lists in order of names within their workspace, ids deciding among equal ones: an order that
 * paging can go on from, over one workspace or all.
 *
 * @param alias of the table
 * @param nameKey its column of the name to compare by
 */
public record NameOrder(String alias, String nameKey) {

    /** Of how many parts a place is in a cursor. */
    public static final int PARTS = 3;

    /** What a row's place in the list follows from. */
    public record Place(String workspace, String nameKey, UUID id) {

        public static Place of(String workspace, String name, UUID id) {
            return new Place(workspace, NameKey.of(name), id);
        }
    }

    /** The columns to order by. */
    public String columns() {
        return "%1$s.workspace, %1$s.%2$s, %1$s.id".formatted(alias, nameKey);
    }

    /** The rows of a workspace, or of all, behind the request's cursor, and how many. */
    public Conditions after(PageRequest request, @Nullable String workspace, Conditions where) {
        where.set("fetch", request.fetch()).and(alias + ".workspace = :ws", "ws", workspace);
        if (!request.isFirst()) {
            where.and(
                            "(%s) > (:afterWorkspace, :afterName, :afterId::uuid)"
                                    .formatted(columns()),
                            "afterWorkspace",
                            request.after().get(0))
                    .set("afterName", request.after().get(1))
                    .set("afterId", request.after().get(2));
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
                    return new String[] {its.workspace(), its.nameKey(), its.id().toString()};
                });
    }
}
