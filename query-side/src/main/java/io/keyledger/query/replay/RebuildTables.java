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
 * schema's own, and put in their place. Those in partitions are made without any: the projection
 * makes what its entries need.
 */
final class RebuildTables {

    private static final String LIVE = ViewCopy.LIVE.schema() + ".";
    private static final String REBUILD = ViewCopy.REBUILD.schema() + ".";

    private static final String SHAPE =
            """
            SELECT coalesce(' PARTITION BY ' || pg_get_partkeydef(oid), ''),
                   array_to_string(reloptions, ', ')
              FROM pg_class WHERE oid = ?::regclass
            """;

    private static final String KEYS =
            """
            SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
             WHERE conrelid = ?::regclass AND contype IN ('p', 'u')
             ORDER BY conname
            """;

    private static final String INDEXES =
            """
            SELECT pg_get_indexdef(x.indexrelid)
              FROM pg_index x
             WHERE x.indrelid = ?::regclass
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)
             ORDER BY x.indexrelid::regclass::text
            """;

    private static final String PARTITIONS =
            "SELECT relname FROM pg_inherits JOIN pg_class p ON p.oid = inhrelid"
                    + " WHERE inhparent = ?::regclass ORDER BY relname";

    private final Connection connection;
    private final List<String> tables;

    RebuildTables(Connection connection, List<String> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    void create() throws SQLException {
        drop();
        for (String table : tables) {
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
            move(table);
            for (String partition : partitions(table)) {
                move(partition);
            }
        }
    }

    private List<String> alike(String table) throws SQLException {
        String like =
                "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES)"
                        .formatted(REBUILD + table, LIVE + table);
        String alter = "ALTER TABLE " + REBUILD + table;
        List<String> statements = new ArrayList<>();
        query(
                SHAPE,
                LIVE + table,
                row -> {
                    statements.add(like + row.getString(1));
                    if (row.getString(2) != null) {
                        statements.add("%s SET (%s)".formatted(alter, row.getString(2)));
                    }
                });
        query(
                KEYS,
                LIVE + table,
                row ->
                        statements.add(
                                "%s ADD CONSTRAINT \"%s\" %s"
                                        .formatted(alter, row.getString(1), row.getString(2))));
        query(
                INDEXES,
                LIVE + table,
                row ->
                        statements.add(
                                row.getString(1)
                                        .replaceFirst(" ON (ONLY )?" + LIVE, " ON " + REBUILD)));
        return statements;
    }

    private List<String> partitions(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        query(PARTITIONS, LIVE + table, row -> names.add(row.getString(1)));
        return names;
    }

    private void move(String table) throws SQLException {
        execute("ALTER TABLE " + REBUILD + table + " SET SCHEMA " + ViewCopy.LIVE.schema());
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, String table, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
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
