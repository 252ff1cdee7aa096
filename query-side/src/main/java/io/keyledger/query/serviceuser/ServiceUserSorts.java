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
                SELECT k.service_user_id,
                       'epoch'::timestamptz + max(s.used) * interval '1 microsecond' AS at
                  FROM (SELECT unnest(b.keys) AS id, unnest(b.used) AS used
                          FROM views.key_use_bundle_v1 b%s) s
                  JOIN views.api_key_v1 k ON k.id = s.id
                 WHERE {k} AND k.status <> 'deleted'
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
                ? LAST_USES.formatted(workspace == null ? "" : " WHERE b.workspace = :ws")
                : "";
    }
}
