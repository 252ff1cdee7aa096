package io.keyledger.query.replay;

import io.keyledger.query.projection.ViewCopy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a rebuild: made like the live ones down to the names of their indexes, which are a
 * schema's own, and put in their place.
 */
final class RebuildTables {

    private static final String LIVE = ViewCopy.LIVE.schema() + ".";
    private static final String REBUILD = ViewCopy.REBUILD.schema() + ".";

    private static final String INDEXES =
            """
            SELECT i.relname, pg_get_indexdef(i.oid), c.contype = 'p' AS is_primary, c.conname
              FROM pg_index x
              JOIN pg_class i ON i.oid = x.indexrelid
              LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.contype IN ('p', 'u')
             WHERE x.indrelid = ?::regclass
             ORDER BY i.relname
            """;

    private static final String OPTIONS =
            """
            SELECT array_to_string(reloptions, ', ') FROM pg_class
             WHERE oid = ?::regclass AND reloptions IS NOT NULL
            """;

    private final Connection connection;
    private final List<String> tables;

    RebuildTables(Connection connection, List<String> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    void create() throws SQLException {
        drop();
        for (String table : tables) {
            execute(
                    "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES)"
                            .formatted(REBUILD + table, LIVE + table));
            for (String statement : alike(table)) {
                execute(statement);
            }
        }
    }

    void drop() throws SQLException {
        for (String table : tables) {
            execute("DROP TABLE IF EXISTS " + REBUILD + table);
        }
    }

    /** The planner knows nothing of tables that no one has looked at. */
    void analyze() throws SQLException {
        for (String table : tables) {
            execute("ANALYZE " + REBUILD + table);
        }
    }

    void takeOver() throws SQLException {
        for (String table : tables) {
            execute("DROP TABLE " + LIVE + table);
            execute("ALTER TABLE " + REBUILD + table + " SET SCHEMA " + ViewCopy.LIVE.schema());
        }
    }

    private List<String> alike(String table) throws SQLException {
        List<String> statements = new ArrayList<>();
        query(
                OPTIONS,
                table,
                row ->
                        statements.add(
                                "ALTER TABLE %s SET (%s)"
                                        .formatted(REBUILD + table, row.getString(1))));
        query(INDEXES, table, row -> addIndex(row, table, statements));
        return statements;
    }

    private static void addIndex(ResultSet row, String table, List<String> statements)
            throws SQLException {
        statements.add(row.getString(2).replaceFirst(" ON " + LIVE, " ON " + REBUILD));
        if (row.getString("conname") != null) {
            statements.add(
                    "ALTER TABLE %s ADD CONSTRAINT \"%s\" %s USING INDEX \"%s\""
                            .formatted(
                                    REBUILD + table,
                                    row.getString("conname"),
                                    row.getBoolean("is_primary") ? "PRIMARY KEY" : "UNIQUE",
                                    row.getString("relname")));
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, String table, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LIVE + table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
