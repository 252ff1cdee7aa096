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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds the routes of a method and path as the catalogues were at a position. */
@Component
class RoutesAt {

    private static final String SELECT =
            """
            SELECT r.workspace, r.id, r.api_id, a.name AS api, r.method, r.path, r.permission
              FROM views.api_route_v1 r
              JOIN views.api_v1 a ON a.id = r.api_id AND %2$s
             WHERE (:everywhere OR r.workspace = :ws) AND r.method = :method AND %1$s
               AND (:anyApi OR a.name_key = :api)
            """
                    .formatted(Reads.at("r"), Reads.at("a"));

    private static final Way AMBIGUOUS = Way.none("ambiguous-route");

    private final JdbcClient jdbc;

    RoutesAt(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Where method and path lead: to a route, or to a reason why to none. */
    record Way(@Nullable Route route, @Nullable Permission permission, @Nullable String reason) {

        static Way none(String reason) {
            return new Way(null, null, reason);
        }

        boolean leads() {
            return reason == null;
        }
    }

    private record Row(String workspace, UUID apiId, Route route) {}

    /**
     * Where method and path lead, by workspace; a workspace is missing if to no route.
     *
     * @param workspace null for all
     */
    SortedMap<String, Way> find(
            @Nullable String workspace,
            String method,
            RequestPath path,
            @Nullable String api,
            long position) {
        SortedMap<String, Way> ways = new TreeMap<>();
        tables(workspace, method, api, position).values().stream()
                .flatMap(table -> table.match(method, path).stream())
                .map(RouteTable.Match::route)
                .forEach(row -> ways.merge(row.workspace(), way(row), (_, _) -> AMBIGUOUS));
        return ways;
    }

    private static Way way(Row row) {
        String permission = row.route().permission();
        return new Way(row.route(), permission == null ? null : new Permission(permission), null);
    }

    private Map<UUID, RouteTable<Row>> tables(
            @Nullable String workspace, String method, @Nullable String api, long position) {
        Map<UUID, RouteTable<Row>> tables = new HashMap<>();
        jdbc.sql(SELECT)
                .param("everywhere", workspace == null)
                .param("ws", workspace == null ? "" : workspace)
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
                row.getString("workspace"),
                row.getObject("api_id", UUID.class),
                new Route(
                        row.getObject("id", UUID.class),
                        row.getString("api"),
                        row.getString("method"),
                        row.getString("path"),
                        permission,
                        permission == null));
    }
}
