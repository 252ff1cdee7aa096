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
import java.util.Set;
import java.util.UUID;

/** Reads the route catalogues of workspaces. */
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
              FROM access.api_route WHERE workspace = ANY (?)
            """;

    private final PreparedStatement apis;
    private final PreparedStatement routes;

    RouteReader(Connection connection) throws SQLException {
        apis = connection.prepareStatement(APIS);
        routes = connection.prepareStatement(ROUTES);
    }

    /** The catalogue of each of these workspaces. */
    Map<String, RouteCatalogue> catalogues(Collection<String> workspaces) throws SQLException {
        Map<UUID, RouteTable<ApiRoute>> tables = tables(workspaces);
        Map<String, List<Api>> found = new HashMap<>();
        workspaces.forEach(workspace -> found.put(workspace, new ArrayList<>()));
        try (ResultSet rows = query(apis, workspaces)) {
            while (rows.next()) {
                UUID id = rows.getObject(2, UUID.class);
                found.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(
                                new Api(
                                        new EntityVersion(EntityKind.API, id, rows.getLong(3)),
                                        rows.getString(4),
                                        Set.copyOf(Columns.texts(rows, 5)),
                                        tables.getOrDefault(id, new RouteTable<>())));
            }
        }
        Map<String, RouteCatalogue> catalogues = new HashMap<>();
        found.forEach((workspace, its) -> catalogues.put(workspace, new RouteCatalogue(its)));
        return catalogues;
    }

    private Map<UUID, RouteTable<ApiRoute>> tables(Collection<String> workspaces)
            throws SQLException {
        Map<UUID, RouteTable<ApiRoute>> tables = new HashMap<>();
        try (ResultSet rows = query(routes, workspaces)) {
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

    private static ResultSet query(PreparedStatement statement, Collection<String> workspaces)
            throws SQLException {
        statement.setArray(
                1, statement.getConnection().createArrayOf("text", workspaces.toArray()));
        return statement.executeQuery();
    }
}
