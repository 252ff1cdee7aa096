package io.keyledger.query.api;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which routes are wanted; all conditions must hold.
 *
 * @param open whether a good key is enough for them
 */
record RouteFilter(
        @Nullable String q,
        @Nullable UUID api,
        @Nullable String method,
        @Nullable Permission permission,
        @Nullable Boolean open) {

    Conditions conditions() {
        return TextSearch.of(q, "lower(r.path)", "r.permission", "r.resource_type")
                .and("r.api_id = :api", "api", api)
                .and("r.method = :method", "method", method)
                .and(
                        "r.permission = :permission",
                        "permission",
                        permission == null ? null : permission.text())
                .and("(r.permission IS NULL) = :open", "open", open);
    }
}
