package io.keyledger.query.keyuse;

import io.keyledger.query.history.Column;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Merges what a batch says of its keys with their rows, in one statement. */
record UsageStore(Connection connection, String table) {

    private static final List<Column<Usage>> LAST =
            List.of(
                    last("last_used_at", "timestamptz", LastUse::at),
                    last("last_entry", "bigint", LastUse::entry),
                    last("last_reason", "text", LastUse::reason),
                    last("last_permission", "text", LastUse::permission),
                    last("last_method", "text", LastUse::method),
                    last("last_path", "text", LastUse::path),
                    last("last_address", "bigint", LastUse::address),
                    last("last_user_agent", "bigint", LastUse::userAgent));

    private static final List<Column<Usage>> COLUMNS =
            Stream.concat(
                            Stream.of(
                                    new Column<>("key_id", "text", Usage::keyId),
                                    new Column<>("service_user_id", "uuid", Usage::serviceUserId),
                                    new Column<>("allowed", "bigint", Usage::allowed),
                                    new Column<>("refused", "bigint", Usage::refused),
                                    new Column<>(
                                            "first_used_at", "timestamptz", Usage::firstUsedAt),
                                    new Column<Usage>(
                                            "last_allowed_at",
                                            "timestamptz",
                                            Usage::lastAllowedAt)),
                            LAST.stream())
                    .toList();

    /** The same as {@link Usage#merge} does, LEAST and GREATEST pass over what is null. */
    private static final String MERGE =
            """
            INSERT INTO %s AS known (%s) SELECT * FROM %s
                ON CONFLICT (key_id) DO UPDATE SET
                   allowed = known.allowed + EXCLUDED.allowed,
                   refused = known.refused + EXCLUDED.refused,
                   first_used_at = LEAST(known.first_used_at, EXCLUDED.first_used_at),
                   last_allowed_at = GREATEST(known.last_allowed_at, EXCLUDED.last_allowed_at),
                   %s""";

    private static final String LATER =
            """
            %1$s = CASE WHEN known.last_entry IS NULL
                          OR (EXCLUDED.last_used_at, EXCLUDED.last_entry)
                             > (known.last_used_at, known.last_entry)
                        THEN EXCLUDED.%1$s ELSE known.%1$s END""";

    void add(Collection<Usage> usages) throws SQLException {
        if (usages.isEmpty()) {
            return;
        }
        String sql =
                MERGE.formatted(
                        table,
                        Column.names(COLUMNS),
                        Column.rows(COLUMNS),
                        LAST.stream()
                                .map(column -> LATER.formatted(column.name()))
                                .collect(Collectors.joining(", ")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, COLUMNS, usages);
            statement.executeUpdate();
        }
    }

    private static Column<Usage> last(
            String name, String type, Function<LastUse, ? extends @Nullable Object> value) {
        return new Column<>(
                name, type, usage -> usage.last() == null ? null : value.apply(usage.last()));
    }
}
