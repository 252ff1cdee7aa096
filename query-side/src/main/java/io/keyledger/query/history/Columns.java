package io.keyledger.query.history;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Values as the PostgreSQL driver takes and gives them. */
public final class Columns {

    private Columns() {}

    /** JSON text for a jsonb column. */
    public record Json(String text) {}

    /** Binds parameters from the first on. */
    public static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            switch (value) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant at -> statement.setObject(i + 1, atUtc(at));
                case Json json -> statement.setObject(i + 1, json.text(), Types.OTHER);
                case List<?> texts ->
                        statement.setArray(
                                i + 1,
                                statement.getConnection().createArrayOf("text", texts.toArray()));
                default -> statement.setObject(i + 1, value);
            }
        }
    }

    public static OffsetDateTime atUtc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime atUtcOrNull(@Nullable Instant at) {
        return at == null ? null : atUtc(at);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    public static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
