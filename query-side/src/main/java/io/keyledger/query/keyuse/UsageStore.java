package io.keyledger.query.keyuse;

import io.keyledger.query.history.Columns;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Loads and writes the rows of a batch's keys. */
record UsageStore(Connection connection, String table) {

    private static final List<String> COLUMNS =
            List.of(
                    "service_user_id",
                    "allowed",
                    "refused",
                    "first_used_at",
                    "last_allowed_at",
                    "last_used_at",
                    "last_entry",
                    "last_reason",
                    "last_permission",
                    "last_method",
                    "last_path",
                    "last_address",
                    "last_user_agent");

    List<Usage> load(Collection<String> keyIds) throws SQLException {
        String sql = "SELECT * FROM " + table + " WHERE key_id = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", keyIds.toArray()));
            List<Usage> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
            return found;
        }
    }

    void write(Collection<Usage> usages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(upsert())) {
            for (Usage usage : usages) {
                Columns.bind(statement, values(usage));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String upsert() {
        return "INSERT INTO "
                + table
                + " (key_id, "
                + String.join(", ", COLUMNS)
                + ") VALUES (?"
                + ", ?".repeat(COLUMNS.size())
                + ") ON CONFLICT (key_id) DO UPDATE SET "
                + String.join(
                        ", ", COLUMNS.stream().map(name -> name + " = EXCLUDED." + name).toList());
    }

    private static Usage read(ResultSet row) throws SQLException {
        return new Usage(
                row.getString("key_id"),
                row.getObject("service_user_id", UUID.class),
                row.getLong("allowed"),
                row.getLong("refused"),
                Columns.instantOrNull(row, "first_used_at"),
                Columns.instantOrNull(row, "last_allowed_at"),
                row.getObject("last_entry", Long.class) == null ? null : last(row));
    }

    private static LastUse last(ResultSet row) throws SQLException {
        return new LastUse(
                Columns.instant(row, "last_used_at"),
                row.getLong("last_entry"),
                row.getString("last_reason"),
                row.getString("last_permission"),
                row.getString("last_method"),
                row.getString("last_path"),
                row.getObject("last_address", Long.class),
                row.getObject("last_user_agent", Long.class));
    }

    private static @Nullable Object[] values(Usage usage) {
        LastUse last = usage.last();
        return new @Nullable Object[] {
            usage.keyId(),
            usage.serviceUserId(),
            usage.allowed(),
            usage.refused(),
            usage.firstUsedAt(),
            usage.lastAllowedAt(),
            last == null ? null : last.at(),
            last == null ? null : last.entry(),
            last == null ? null : last.reason(),
            last == null ? null : last.permission(),
            last == null ? null : last.method(),
            last == null ? null : last.path(),
            last == null ? null : last.address(),
            last == null ? null : last.userAgent()
        };
    }
}
