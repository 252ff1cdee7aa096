package io.keyledger.query.directory;

import static io.keyledger.query.history.Columns.instant;
import static io.keyledger.query.history.Columns.instantOrNull;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.HistoryTable;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tables of service users and their keys. */
final class ServiceUserTables {

    static final HistoryTable<UUID, ServiceUserRow> SERVICE_USER =
            new HistoryTable<>(
                    "service_user_v1",
                    "id",
                    List.of("id"),
                    List.of(
                            "workspace",
                            "username",
                            "username_key",
                            "description",
                            "owner",
                            "labels",
                            "expires_at",
                            "status",
                            "created_at"),
                    id -> new Object[] {id},
                    ServiceUserTables::values,
                    EntityTables::id,
                    ServiceUserTables::serviceUser);

    static final HistoryTable<String, ApiKeyRow> API_KEY =
            new HistoryTable<>(
                    "api_key_v1",
                    "service_user_id",
                    List.of("id"),
                    List.of(
                            "workspace",
                            "service_user_id",
                            "name",
                            "status",
                            "expires_at",
                            "secret_changed_at",
                            "overlap_until",
                            "created_at"),
                    id -> new Object[] {id},
                    ServiceUserTables::values,
                    row -> row.getString("id"),
                    ServiceUserTables::apiKey);

    private ServiceUserTables() {}

    private static @Nullable Object[] values(ServiceUserRow row) {
        ServiceUserDetails details = row.details();
        return new @Nullable Object[] {
            row.workspace(),
            details.username(),
            NameKey.of(details.username()),
            details.description(),
            details.owner(),
            new Columns.Json(Labels.write(details.labels())),
            details.expiresAt(),
            row.status(),
            row.createdAt()
        };
    }

    private static @Nullable Object[] values(ApiKeyRow row) {
        return new @Nullable Object[] {
            row.workspace(),
            row.serviceUserId(),
            row.name(),
            row.status(),
            row.expiresAt(),
            row.secretChangedAt(),
            row.overlapUntil(),
            row.createdAt()
        };
    }

    private static ServiceUserRow serviceUser(ResultSet row) throws SQLException {
        return new ServiceUserRow(
                row.getString("workspace"),
                new ServiceUserDetails(
                        row.getString("username"),
                        row.getString("description"),
                        row.getString("owner"),
                        Labels.read(row.getString("labels")),
                        instantOrNull(row, "expires_at")),
                row.getString("status"),
                instant(row, "created_at"));
    }

    private static ApiKeyRow apiKey(ResultSet row) throws SQLException {
        return new ApiKeyRow(
                row.getString("workspace"),
                row.getObject("service_user_id", UUID.class),
                row.getString("name"),
                row.getString("status"),
                instantOrNull(row, "expires_at"),
                instant(row, "secret_changed_at"),
                instantOrNull(row, "overlap_until"),
                instant(row, "created_at"));
    }
}
