package io.keyledger.query.serviceuser;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order service users are listed within their workspace; usernames, then ids, decide among
 * equal ones, so that paging can go on from each of them.
 */
record ServiceUserOrder(By by, boolean descending) {

    static final ServiceUserOrder BY_NAME = new ServiceUserOrder(By.USERNAME, false);

    /** Of how many parts a place is in a cursor. */
    static final int PARTS = 4;

    private static final List<String> ALL =
            Arrays.stream(By.values())
                    .flatMap(by -> Stream.of(by.parameter, "-" + by.parameter))
                    .toList();

    /** What the order goes by. */
    enum By {
        USERNAME("username", "u.username_key", "text"),
        CREATED("createdAt", "u.created_at", "timestamptz"),
        LAST_USED("lastUsed", "coalesce(used.at, '-infinity')", "timestamptz"),
        STATUS("status", "u.status", "text");

        private final String parameter;
        private final String column;
        private final String type;

        By(String parameter, String column, String type) {
            this.parameter = parameter;
            this.column = column;
            this.type = type;
        }
    }

    static ServiceUserOrder read(@Nullable String sort, AsOf state) {
        String known = Objects.requireNonNullElse(Filters.oneOf("sort", sort, ALL), "username");
        boolean descending = known.startsWith("-");
        String name = descending ? known.substring(1) : known;
        By by =
                Arrays.stream(By.values())
                        .filter(each -> each.parameter.equals(name))
                        .findFirst()
                        .orElseThrow();
        if (by == By.LAST_USED) {
            state.refuseInThePast("sort", sort);
        }
        return new ServiceUserOrder(by, descending);
    }

    String key() {
        return by.column;
    }

    /** What the key needs besides the table of service users; aggregated before it is joined. */
    String join(@Nullable String workspace) {
        return by == By.LAST_USED
                ? """
                 LEFT JOIN (
                    SELECT k.service_user_id,
                           'epoch'::timestamptz + max(s.used) * interval '1 microsecond' AS at
                      FROM (SELECT unnest(b.keys) AS id, unnest(b.used) AS used
                              FROM views.key_use_bundle_v1 b%s) s
                      JOIN views.api_key_v1 k ON k.id = s.id
                     WHERE {k} AND k.status <> 'deleted'
                     GROUP BY k.service_user_id) used ON used.service_user_id = u.id
                """
                        .formatted(workspace == null ? "" : " WHERE b.workspace = :ws")
                : "";
    }

    /** The columns to order by, each in the same direction. */
    String columns() {
        String end = descending ? " DESC" : "";
        return parts().stream().map(part -> part + end).collect(Collectors.joining(", "));
    }

    /** Only rows behind the request's cursor. */
    void after(PageRequest request, Conditions where) {
        if (request.isFirst()) {
            return;
        }
        List<String> after = request.after();
        String values =
                by == By.USERNAME
                        ? "(:afterWorkspace, :afterName, :afterId::uuid)"
                        : "(:afterWorkspace, :afterKey::%s, :afterName, :afterId::uuid)"
                                .formatted(by.type);
        where.and(
                        "(%s) %s %s"
                                .formatted(
                                        String.join(", ", parts()), descending ? "<" : ">", values))
                .set("afterWorkspace", after.get(0))
                .set("afterKey", after.get(1))
                .set("afterName", after.get(2))
                .set("afterId", after.get(3));
    }

    /** A row's place in the list, as a cursor keeps it. */
    String[] place(ServiceUserView row, String sortKey) {
        return new String[] {
            row.workspace(), sortKey, NameKey.of(row.username()), row.id().toString()
        };
    }

    private List<String> parts() {
        return by == By.USERNAME
                ? List.of("u.workspace", "u.username_key", "u.id")
                : List.of("u.workspace", by.column, "u.username_key", "u.id");
    }
}
