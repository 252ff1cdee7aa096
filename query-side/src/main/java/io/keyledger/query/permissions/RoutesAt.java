package io.keyledger.query.permissions;

import io.keyledger.query.current.Reads;
import io.keyledger.query.permissions.WhoCanView.Route;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.route.PathTemplate;
import io.keyledger.shared.route.RequestPath;
import io.keyledger.shared.route.RouteMethod;
import io.keyledger.shared.route.RouteTable;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds the route of a method and path as the catalogue was at a position. */
@Component
class RoutesAt {

    private static final String SELECT =
            """
            SELECT r.id, r.api_id, a.name AS api, r.method, r.path, r.permission
              FROM views.api_route_v1 r
              JOIN views.api_v1 a ON a.id = r.api_id AND %2$s
             WHERE r.workspace = :ws AND r.method = :method AND %1$s
               AND (:anyApi OR a.name_key = :api)
            """
                    .formatted(Reads.at("r"), Reads.at("a"));

    private final JdbcClient jdbc;

    RoutesAt(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Where method and path lead: to a route, or to a reason why to none. */
    record Way(@Nullable Route route, @Nullable Permission permission, @Nullable String reason) {

        static Way none(String reason) {
            return new Way(null, null, reason);
        }
    }

    private record Row(UUID apiId, Route route, @Nullable String permission) {}

    Way find(String workspace, String method, String path, @Nullable String api, long position) {
        Optional<RequestPath> plain = RequestPath.parse(path);
        if (plain.isEmpty()) {
            return Way.none("unsafe-path");
        }
        List<Row> matching =
                tables(workspace, method, api, position).values().stream()
                        .flatMap(table -> table.match(method, plain.get()).stream())
                        .map(RouteTable.Match::route)
                        .limit(2)
                        .toList();
        return switch (matching.size()) {
            case 0 -> Way.none("no-route");
            case 1 -> way(matching.getFirst());
            default -> Way.none("ambiguous-route");
        };
    }

    private static Way way(Row row) {
        String permission = row.permission();
        return new Way(row.route(), permission == null ? null : new Permission(permission), null);
    }

    private Map<UUID, RouteTable<Row>> tables(
            String workspace, String method, @Nullable String api, long position) {
        Map<UUID, RouteTable<Row>> tables = new HashMap<>();
        jdbc.sql(SELECT)
                .param("ws", workspace)
                .param("method", RouteMethod.of(method))
                .param("anyApi", api == null)
                .param("api", api == null ? "" : NameKey.of(api))
                .param("position", position)
                .query(RoutesAt::read)
                .list()
                .forEach(
                        row ->
                                tables.computeIfAbsent(row.apiId(), _ -> new RouteTable<>())
                                        .add(
                                                row.route().method(),
                                                PathTemplate.parse(row.route().path()),
                                                row));
        return tables;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        String permission = row.getString("permission");
        return new Row(
                row.getObject("api_id", UUID.class),
                new Route(
                        row.getObject("id", UUID.class),
                        row.getString("api"),
                        row.getString("method"),
                        row.getString("path"),
                        permission == null),
                permission);
    }
}
