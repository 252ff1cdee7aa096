package io.keyledger.testsupport;

import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Migrations;
import io.keyledger.database.Role;
import io.keyledger.embedded.EmbeddedServer;
import io.keyledger.embedded.TemporaryServer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * The server that all tests of a JVM share, with a migrated template to copy. Ends with the JVM.
 */
final class ScratchServer {

    static final String PASSWORD = "scratch";

    private static final String TEMPLATE = "keyledger_template";

    private final EmbeddedServer postgres;

    private ScratchServer(EmbeddedServer postgres) {
        this.postgres = postgres;
    }

    static ScratchServer shared() {
        return Shared.FAST;
    }

    static ScratchServer sharedDurable() {
        return Durable.SERVER;
    }

    void copyTemplateTo(String database) {
        run(
                "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY OWNER keyledger_owner"
                        .formatted(database, TEMPLATE),
                "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + database + " TO keyledger_command, keyledger_query");
    }

    /** A database with the schema of an older version, and nothing in it. */
    void createOlder(String database, String version) {
        try {
            DatabaseSetup.prepare(postgres.superuser(), database, _ -> PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("the scratch server refused a database", e);
        }
        Migrations.migrateUpTo(dataSource(database, Role.OWNER), version);
    }

    void drop(String database) {
        run("DROP DATABASE " + database + " WITH (FORCE)");
    }

    String url(String database) {
        return postgres.url(database);
    }

    DataSource dataSource(String database, Role role) {
        return postgres.dataSource(database, role.roleName(), PASSWORD);
    }

    DataSource superuser(String database) {
        return postgres.superuser(database);
    }

    private void run(String... statements) {
        try (Connection connection = postgres.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the scratch server refused a statement", e);
        }
    }

    private static ScratchServer start(boolean durable) {
        try {
            ScratchServer server = new ScratchServer(TemporaryServer.start(durable).server());
            DatabaseSetup.prepare(server.postgres.superuser(), TEMPLATE, _ -> PASSWORD);
            Migrations.migrate(server.dataSource(TEMPLATE, Role.OWNER));
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the scratch server did not start", e);
        }
    }

    private static final class Shared {
        static final ScratchServer FAST = start(false);
    }

    private static final class Durable {
        static final ScratchServer SERVER = start(true);
    }
}
