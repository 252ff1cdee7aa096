package io.keyledger.access.state;

import io.keyledger.access.state.RouteCatalogue.Api;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.route.PathTemplate;
import io.keyledger.shared.route.RouteTable;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the route catalogues of workspaces. Every event of an API raises its version, so that the
 * routes of one whose version is known are known as well: in a workspace of thousands only those of
 * the API that changed are read again.
 */
final class RouteReader {

    private static final String APIS =
            """
            SELECT a.workspace, a.id, a.version, a.name,
                   ARRAY(SELECT h.host FROM access.api_host h WHERE h.api_id = a.id)
              FROM access.api a WHERE a.workspace = ANY (?) ORDER BY a.id
            """;
    private static final String ROUTES =
            """
            SELECT api_id, id, method, path, permission, resource_type, resource_id
              FROM access.api_route WHERE api_id = ANY (?)
            """;

    private final PreparedStatement apis;
    private final PreparedStatement routes;

    RouteReader(Connection connection) throws SQLException {
        apis = connection.prepareStatement(APIS);
        routes = connection.prepareStatement(ROUTES);
    }

    private record Found(
            String workspace, EntityVersion entityVersion, String name, Set<String> hosts) {

        Api with(RouteTable<ApiRoute> routes) {
            return new Api(entityVersion, name, hosts, routes);
        }
    }

    /**
     * The catalogue of each of these workspaces. Versions are read before routes: should these
     * change in between, they are newer than the version says, which the next reading finds raised.
     *
     * @param before what was known of them
     */
    Map<String, RouteCatalogue> catalogues(
            Collection<String> workspaces, Collection<RouteCatalogue> before) throws SQLException {
        Map<EntityVersion, RouteTable<ApiRoute>> known = new HashMap<>();
        for (RouteCatalogue catalogue : before) {
            catalogue.all().forEach(api -> known.put(api.entityVersion(), api.routes()));
        }
        List<Found> found = apis(workspaces);
        Map<UUID, RouteTable<ApiRoute>> read =
                tables(
                        found.stream()
                                .map(Found::entityVersion)
                                .filter(version -> !known.containsKey(version))
                                .map(EntityVersion::id)
                                .toList());
        Map<String, List<Api>> apis = new HashMap<>();
        workspaces.forEach(workspace -> apis.put(workspace, new ArrayList<>()));
        for (Found api : found) {
            RouteTable<ApiRoute> routes = known.get(api.entityVersion());
            Objects.requireNonNull(apis.get(api.workspace()))
                    .add(api.with(routes == null ? readOf(api, read) : routes));
        }
        Map<String, RouteCatalogue> catalogues = new HashMap<>();
        apis.forEach((workspace, its) -> catalogues.put(workspace, new RouteCatalogue(its)));
        return catalogues;
    }

    private static RouteTable<ApiRoute> readOf(Found api, Map<UUID, RouteTable<ApiRoute>> read) {
        return read.getOrDefault(api.entityVersion().id(), new RouteTable<>());
    }

    private List<Found> apis(Collection<String> workspaces) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet rows = query(apis, "text", workspaces)) {
            while (rows.next()) {
                UUID id = rows.getObject(2, UUID.class);
                found.add(
                        new Found(
                                rows.getString(1),
                                new EntityVersion(EntityKind.API, id, rows.getLong(3)),
                                rows.getString(4),
                                Set.copyOf(Columns.texts(rows, 5))));
            }
        }
        return found;
    }

    /** Of those of these APIs that have any. */
    private Map<UUID, RouteTable<ApiRoute>> tables(Collection<UUID> apiIds) throws SQLException {
        Map<UUID, RouteTable<ApiRoute>> tables = new HashMap<>();
        if (apiIds.isEmpty()) {
            return tables;
        }
        try (ResultSet rows = query(routes, "uuid", apiIds)) {
            while (rows.next()) {
                ApiRoute route =
                        new ApiRoute(
                                rows.getObject(2, UUID.class),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getString(7));
                tables.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new RouteTable<>())
                        .add(route.method(), PathTemplate.parse(route.path()), route);
            }
        }
        return tables;
    }

    private static ResultSet query(PreparedStatement statement, String type, Collection<?> values)
            throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf(type, values.toArray()));
        return statement.executeQuery();
    }
}
