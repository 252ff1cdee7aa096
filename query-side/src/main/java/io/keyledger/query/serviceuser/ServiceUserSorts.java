package io.keyledger.query.serviceuser;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;

import org.jspecify.annotations.Nullable;

/** The orders that service users are listed in. */
final class ServiceUserSorts {

    private static final SortKey LAST_USED =
            SortKey.time("lastUsed", "coalesce(used.at, '-infinity')");

    static final Sorts ALL =
            Sorts.named(
                    "u",
                    SortKey.text("username", "u.username_key"),
                    SortKey.created("u"),
                    LAST_USED,
                    SortKey.text("status", "u.status"));

    /** Aggregated before it is joined. */
    private static final String LAST_USES =
            """
             LEFT JOIN (
                SELECT k.service_user_id, max(s.last_used_at) AS at
                  FROM views.api_key_v1 k JOIN views.key_usage_v1 s ON s.key_id = k.id
                 WHERE %s {k} AND k.status <> 'deleted'
                 GROUP BY k.service_user_id) used ON used.service_user_id = u.id
            """;

    private ServiceUserSorts() {}

    static ListOrder read(@Nullable String sort, AsOf state) {
        ListOrder order = ALL.read(sort);
        if (order.by().equals(LAST_USED)) {
            state.refuseInThePast("sort", sort);
        }
        return order;
    }

    /** What the order needs besides the table of service users. */
    static String join(ListOrder order, @Nullable String workspace) {
        return order.by().equals(LAST_USED)
                ? LAST_USES.formatted(workspace == null ? "" : "k.workspace = :ws AND")
                : "";
    }
}
