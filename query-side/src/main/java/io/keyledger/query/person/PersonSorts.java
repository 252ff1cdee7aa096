package io.keyledger.query.person;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;

import java.util.UUID;

/**
 * The orders that people are listed in. A cursor says who was last and not by which name, which
 * could not be erased there: the place is looked up among the rows, which keep everybody who ever
 * was in one.
 */
final class PersonSorts {

    static final Sorts ALL =
            Sorts.named(
                    "u",
                    SortKey.text("name", "u.name_key"),
                    SortKey.created("u"),
                    SortKey.time("lastSignIn", "coalesce(u.last_sign_in, '-infinity')"),
                    SortKey.text("status", "u.status"));

    /** Of how many parts a place is in a cursor. */
    static final int PARTS = 2;

    private PersonSorts() {}

    /** Only rows behind the request's cursor, of rows that are called {@code u}. */
    static void after(ListOrder order, PageRequest request, Conditions where) {
        if (!request.isFirst()) {
            order.beyond(
                            "SELECT %s FROM u WHERE u.workspace = :afterWorkspace AND u.id = :afterId"
                                    .formatted(order.key()),
                            where)
                    .set("afterWorkspace", request.after().get(0))
                    .set("afterId", UUID.fromString(request.after().get(1)));
        }
    }

    /** A row's place in the list, as a cursor keeps it. */
    static String[] place(PersonView row) {
        return new String[] {row.workspace(), row.id().toString()};
    }
}
