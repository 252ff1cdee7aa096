package io.keyledger.command.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that writes rows.
 *
 * @param columns if it takes any number of rows at once, as one array a column: the types of those
 */
record Statement(String sql, List<String> columns) {

    Statement(String sql, String... columns) {
        this(sql, List.of(columns));
    }

    void send(List<@Nullable Object[]> rows, JdbcOperations jdbc) {
        if (!columns.isEmpty()) {
            jdbc.update(connection -> prepared(connection, rows));
        } else if (rows.size() == 1) {
            jdbc.update(sql, rows.getFirst());
        } else {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private PreparedStatement prepared(Connection connection, List<@Nullable Object[]> rows)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int column = 0; column < columns.size(); column++) {
            statement.setArray(column + 1, array(connection, column, rows));
        }
        return statement;
    }

    /** Bytes in an array of their own kind: the driver takes them no other way. */
    private Array array(Connection connection, int column, List<@Nullable Object[]> rows)
            throws SQLException {
        String type = columns.get(column);
        @Nullable Object[] values =
                type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row)[column];
        }
        return connection.createArrayOf(type, values);
    }
}
