package io.keyledger.query.directory;

import static io.keyledger.query.history.Columns.instant;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.HistoryTable;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tables of APIs and their routes. */
final class ApiTables {

    static final HistoryTable<UUID, ApiRow> API =
            new HistoryTable<>(
                    "api_v1",
                    "id",
                    List.of("id"),
                    List.of("workspace", "name", "name_key", "description", "hosts", "created_at"),
                    id -> new Object[] {id},
                    ApiTables::values,
                    EntityTables::id,
                    ApiTables::api);

    static final HistoryTable<UUID, ApiRouteRow> ROUTE =
            new HistoryTable<>(
                    "api_route_v1",
                    "api_id",
                    List.of("id"),
                    List.of(
                            "workspace",
                            "api_id",
                            "method",
                            "path",
                            "permission",
                            "resource_type",
                            "resource_id",
                            "created_at"),
                    id -> new Object[] {id},
                    ApiTables::values,
                    EntityTables::id,
                    ApiTables::route);

    private ApiTables() {}

    private static Object[] values(ApiRow row) {
        return new Object[] {
            row.workspace(),
            row.details().name(),
            NameKey.of(row.details().name()),
            row.details().description(),
            row.details().hosts(),
            row.createdAt()
        };
    }

    private static ApiRow api(ResultSet row) throws SQLException {
        return new ApiRow(
                row.getString("workspace"),
                new ApiDetails(
                        row.getString("name"),
                        row.getString("description"),
                        Columns.texts(row, "hosts")),
                instant(row, "created_at"));
    }

    private static @Nullable Object[] values(ApiRouteRow row) {
        return new @Nullable Object[] {
            row.workspace(),
            row.apiId(),
            row.route().method(),
            row.route().path(),
            row.route().permission(),
            row.route().resourceType(),
            row.route().resourceId(),
            row.createdAt()
        };
    }

    private static ApiRouteRow route(ResultSet row) throws SQLException {
        return new ApiRouteRow(
                row.getString("workspace"),
                row.getObject("api_id", UUID.class),
                new ApiRoute(
                        EntityTables.id(row),
                        row.getString("method"),
                        row.getString("path"),
                        row.getString("permission"),
                        row.getString("resource_type"),
                        row.getString("resource_id")),
                instant(row, "created_at"));
    }
}
