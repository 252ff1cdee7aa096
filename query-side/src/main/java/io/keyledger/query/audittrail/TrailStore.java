package io.keyledger.query.audittrail;

import io.keyledger.query.history.Columns;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Writes the rows of a batch: changes as a JDBC batch, uses as arrays in one statement. */
record TrailStore(Connection connection, UnaryOperator<String> qualified) {

    void writeChanges(List<ChangeRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql =
                "INSERT INTO "
                        + qualified.apply("audit_change_v1")
                        + " ("
                        + String.join(", ", ChangeRow.COLUMNS)
                        + ") VALUES (?"
                        + ", ?".repeat(ChangeRow.COLUMNS.size() - 1)
                        + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ChangeRow row : rows) {
                Columns.bind(statement, row.values());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void writeUses(List<UseRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql =
                "INSERT INTO "
                        + qualified.apply("audit_use_v1")
                        + " (entry, occurred_at, service_user_id, workspace, key_id, reason)"
                        + " SELECT * FROM unnest(?::bigint[], ?::timestamptz[], ?::uuid[],"
                        + " ?::text[], ?::text[], ?::text[])";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            array(statement, 1, "int8", rows, UseRow::entry);
            array(statement, 2, "timestamptz", rows, row -> Columns.atUtc(row.occurredAt()));
            array(statement, 3, "uuid", rows, UseRow::serviceUserId);
            array(statement, 4, "text", rows, UseRow::workspace);
            array(statement, 5, "text", rows, UseRow::keyId);
            array(statement, 6, "text", rows, UseRow::reason);
            statement.executeUpdate();
        }
    }

    void writeHours(Collection<Hour> hours) throws SQLException {
        String table = qualified.apply("audit_hour_v1");
        String sql =
                "INSERT INTO "
                        + table
                        + " AS known (workspace, hour, first_entry, last_entry) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (workspace, hour) DO UPDATE SET"
                        + " first_entry = LEAST(known.first_entry, EXCLUDED.first_entry),"
                        + " last_entry = GREATEST(known.last_entry, EXCLUDED.last_entry)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Hour hour : hours) {
                Columns.bind(
                        statement,
                        hour.workspace(),
                        hour.at(),
                        hour.firstEntry(),
                        hour.lastEntry());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void array(
            PreparedStatement statement,
            int index,
            String type,
            List<UseRow> rows,
            Function<UseRow, ? extends @Nullable Object> value)
            throws SQLException {
        @Nullable Object[] values = rows.stream().map(value).toArray();
        statement.setArray(index, connection.createArrayOf(type, values));
    }
}
