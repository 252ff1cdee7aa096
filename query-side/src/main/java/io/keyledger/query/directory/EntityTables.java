package io.keyledger.query.directory;

import static io.keyledger.query.history.Columns.instant;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.HistoryTable;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.id.NameKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tables of workspaces, roles and user groups. */
final class EntityTables {

    static final HistoryTable<String, WorkspaceRow> WORKSPACE =
            new HistoryTable<>(
                    "workspace_v1",
                    "slug",
                    List.of("slug"),
                    List.of("name", "created_at"),
                    slug -> new Object[] {slug},
                    row -> new Object[] {row.name(), row.createdAt()},
                    row -> row.getString("slug"),
                    row -> new WorkspaceRow(row.getString("name"), instant(row, "created_at")));

    static final HistoryTable<UUID, RoleRow> ROLE =
            new HistoryTable<>(
                    "role_v1",
                    "id",
                    List.of("id"),
                    List.of(
                            "workspace",
                            "name",
                            "name_key",
                            "description",
                            "permissions",
                            "built_in",
                            "created_at"),
                    id -> new Object[] {id},
                    EntityTables::values,
                    EntityTables::id,
                    EntityTables::role);

    static final HistoryTable<UUID, UserGroupRow> USER_GROUP =
            new HistoryTable<>(
                    "user_group_v1",
                    "id",
                    List.of("id"),
                    List.of(
                            "workspace",
                            "name",
                            "name_key",
                            "description",
                            "built_in",
                            "created_at"),
                    id -> new Object[] {id},
                    EntityTables::values,
                    EntityTables::id,
                    EntityTables::userGroup);

    private EntityTables() {}

    static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private static Object[] values(RoleRow row) {
        return new Object[] {
            row.workspace(),
            row.details().name(),
            NameKey.of(row.details().name()),
            row.details().description(),
            row.permissions(),
            row.builtIn(),
            row.createdAt()
        };
    }

    private static Object[] values(UserGroupRow row) {
        return new Object[] {
            row.workspace(),
            row.details().name(),
            NameKey.of(row.details().name()),
            row.details().description(),
            row.builtIn(),
            row.createdAt()
        };
    }

    private static RoleRow role(ResultSet row) throws SQLException {
        return new RoleRow(
                row.getString("workspace"),
                details(row),
                Columns.texts(row, "permissions"),
                row.getBoolean("built_in"),
                instant(row, "created_at"));
    }

    private static UserGroupRow userGroup(ResultSet row) throws SQLException {
        return new UserGroupRow(
                row.getString("workspace"),
                details(row),
                row.getBoolean("built_in"),
                instant(row, "created_at"));
    }

    static NameAndDescription details(ResultSet row) throws SQLException {
        return new NameAndDescription(row.getString("name"), row.getString("description"));
    }
}
