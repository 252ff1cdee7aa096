package io.keyledger.access.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/**
 * Tries whether the database answers, has the schema this version needs, and commits: a transaction
 * that took an id has its commit written to disk, and to the standbys it waits for, like any other.
 */
final class StoreTrial {

    private static final String TRIAL =
            """
            SELECT max(split_part(version, '.', 1)::int), pg_current_xact_id()
              FROM flyway.flyway_schema_history WHERE success AND version IS NOT NULL
            """;

    /** Undefined schema or table, and no right to see it: the migrations give that last. */
    private static final Set<String> NO_SCHEMA = Set.of("3F000", "42P01", "42501");

    /** Read-only transaction, as on a standby. */
    private static final String READ_ONLY = "25006";

    private final DataSource dataSource;

    StoreTrial(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is amiss. */
    List<String> causes() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int version = version(connection);
                connection.commit();
                return version < SchemaVersion.NEEDED ? List.of("schema-outdated") : List.of();
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            return List.of(cause(e));
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            try (ResultSet row = statement.executeQuery(TRIAL)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String cause(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (NO_SCHEMA.contains(state)) {
            return "schema-outdated";
        }
        return state.equals(READ_ONLY) ? "database-read-only" : "database-unavailable";
    }
}
