package io.keyledger.query.permissions;

import io.keyledger.query.current.Reads;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.permission.PermissionPattern;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** The concrete permissions that a workspace's routes require and its roles hold by name. */
@Component
class KnownPermissions {

    private static final String SELECT =
            """
            SELECT permission, sum(routes) AS routes, sum(roles) AS roles
              FROM (SELECT r.permission, 1 AS routes, 0 AS roles FROM views.api_route_v1 r
                     WHERE r.workspace = :ws AND r.%1$s AND r.permission IS NOT NULL
                    UNION ALL
                    SELECT held, 0, 1 FROM views.role_v1 r CROSS JOIN unnest(r.permissions) held
                     WHERE r.workspace = :ws AND r.%1$s AND strpos(held, '*') = 0) known
             WHERE permission COLLATE "C" > :after
             GROUP BY permission COLLATE "C", permission
             ORDER BY permission COLLATE "C"
            """
                    .formatted(Reads.NOW);

    private final JdbcClient jdbc;

    KnownPermissions(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A permission, how many routes require it, and how many roles hold it by name. */
    record KnownPermission(String permission, long routeCount, long roleCount) {}

    /** In the order of their texts; those alone that the pattern covers, if there is one. */
    Page<KnownPermission> of(
            String workspace, @Nullable PermissionPattern pattern, PageRequest request) {
        try (Stream<KnownPermission> known =
                jdbc
                        .sql(SELECT)
                        .param("ws", workspace)
                        .param("after", request.isFirst() ? "" : request.after().getFirst())
                        .query(
                                (row, _) ->
                                        new KnownPermission(
                                                row.getString("permission"),
                                                row.getLong("routes"),
                                                row.getLong("roles")))
                        .stream()) {
            List<KnownPermission> found =
                    known.filter(each -> mayBeHeld(new Permission(each.permission()), pattern))
                            .limit(request.fetch())
                            .toList();
            return Page.of(found, request, last -> new String[] {last.permission()});
        }
    }

    /** No role that anybody makes holds what is reserved to owners. */
    private static boolean mayBeHeld(Permission permission, @Nullable PermissionPattern pattern) {
        return !OwnerPermissions.isReserved(permission)
                && (pattern == null || pattern.matches(permission));
    }
}
