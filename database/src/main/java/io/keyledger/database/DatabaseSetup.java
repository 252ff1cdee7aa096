package io.keyledger.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * Creates the roles and the database as a superuser; what is there already stays, passwords are
 * set.
 */
public final class DatabaseSetup {

    /** The name of the database. */
    public static final String DATABASE = "keyledger";

    private DatabaseSetup() {}

    /**
     * Makes sure of roles and database.
     *
     * @param superuser connects as a superuser to the maintenance database
     * @param passwords one for each role
     */
    public static void prepare(DataSource superuser, Function<Role, String> passwords)
            throws SQLException {
        prepare(superuser, DATABASE, passwords);
    }

    /** The same for a database of another name. */
    public static void prepare(
            DataSource superuser, String database, Function<Role, String> passwords)
            throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            for (Role role : Role.values()) {
                prepareRole(statement, role, passwords.apply(role));
            }
            statement.execute(
                    "GRANT keyledger_query TO keyledger_owner WITH INHERIT FALSE, SET TRUE");
            prepareDatabase(statement, database);
        }
    }

    private static void prepareRole(Statement statement, Role role, String password)
            throws SQLException {
        String name = statement.enquoteIdentifier(role.roleName(), true);
        if (!exists(statement, "pg_roles WHERE rolname", role.roleName())) {
            statement.execute("CREATE ROLE " + name);
        }
        statement.execute(
                "ALTER ROLE "
                        + name
                        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD "
                        + statement.enquoteLiteral(password));
    }

    private static void prepareDatabase(Statement statement, String database) throws SQLException {
        String name = statement.enquoteIdentifier(database, true);
        if (!exists(statement, "pg_database WHERE datname", database)) {
            statement.execute(
                    "CREATE DATABASE "
                            + name
                            + " OWNER keyledger_owner ENCODING 'UTF8' LOCALE_PROVIDER builtin"
                            + " BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C' TEMPLATE template0");
        }
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        statement.execute(
                "GRANT CONNECT ON DATABASE " + name + " TO keyledger_command, keyledger_query");
    }

    private static boolean exists(Statement statement, String where, String name)
            throws SQLException {
        String query = "SELECT 1 FROM " + where + " = " + statement.enquoteLiteral(name);
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
