package io.keyledger.testsupport;

import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Migrations;
import io.keyledger.database.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The server that all tests of a JVM share, with a migrated template to copy. Ends with the JVM.
 */
final class ScratchServer {

    static final String PASSWORD = "scratch";

    private static final String TEMPLATE = "keyledger_template";

    private final EmbeddedPostgres postgres;

    private ScratchServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static ScratchServer shared() {
        return Shared.FAST;
    }

    static ScratchServer sharedDurable() {
        return Durable.SERVER;
    }

    void copyTemplateTo(String database) {
        run("CREATE DATABASE " + database + " TEMPLATE " + TEMPLATE + " OWNER keyledger_owner");
        run("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        run("GRANT CONNECT ON DATABASE " + database + " TO keyledger_command, keyledger_query");
    }

    void drop(String database) {
        run("DROP DATABASE " + database + " WITH (FORCE)");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + postgres.getPort()
                + "/"
                + database
                + "?reWriteBatchedInserts=true";
    }

    PGSimpleDataSource dataSource(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(PASSWORD);
        return source;
    }

    void run(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the scratch server refused a statement", e);
        }
    }

    private static ScratchServer start(String durability) {
        try {
            ScratchServer server =
                    new ScratchServer(
                            EmbeddedPostgres.builder()
                                    .setServerConfig("fsync", durability)
                                    .setServerConfig("synchronous_commit", durability)
                                    .setServerConfig("full_page_writes", durability)
                                    .setServerConfig("max_connections", "300")
                                    .setServerConfig("unix_socket_directories", "")
                                    .setServerConfig("jit", "off")
                                    .start());
            server.prepareTemplate();
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the scratch server did not start", e);
        }
    }

    private void prepareTemplate() throws SQLException {
        DatabaseSetup.prepare(postgres.getPostgresDatabase(), TEMPLATE, _ -> PASSWORD);
        Migrations.migrate(dataSource(TEMPLATE, Role.OWNER.roleName()));
    }

    private static final class Shared {
        static final ScratchServer FAST = start("off");
    }

    private static final class Durable {
        static final ScratchServer SERVER = start("on");
    }
}
