package io.keyledger.query.audittrail;

import io.keyledger.query.history.Column;
import io.keyledger.query.history.Columns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the rows of a batch: changes as a JDBC batch, uses as arrays in one statement. */
record TrailStore(Connection connection, UnaryOperator<String> qualified) {

    private static final List<Column<UseRow>> USES =
            List.of(
                    new Column<>("entry", "bigint", UseRow::entry),
                    new Column<>("occurred_at", "timestamptz", UseRow::occurredAt),
                    new Column<>("service_user_id", "uuid", UseRow::serviceUserId),
                    new Column<>("workspace", "text", UseRow::workspace),
                    new Column<>("key_id", "text", UseRow::keyId),
                    new Column<>("reason", "text", UseRow::reason));

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

    /** Of rows in the order of their entries. */
    void writeUses(List<UseRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        new UsePartitions(connection, qualified)
                .cover(rows.getFirst().entry(), rows.getLast().entry());
        String sql =
                "INSERT INTO %s (%s) SELECT * FROM %s"
                        .formatted(
                                qualified.apply(UsePartitions.TABLE),
                                Column.names(USES),
                                Column.rows(USES));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, USES, rows);
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
}
