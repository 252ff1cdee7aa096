package io.keyledger.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

import javax.sql.DataSource;

/** A running server. Closing stops it fast: open transactions are rolled back, commits stay. */
public final class EmbeddedServer implements AutoCloseable {

    static final String MAJOR = "18";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCESS_RULES =
            """
            # Written by Keyledger at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts a server on a data directory, creating what is missing there.
     *
     * @param progress is told in sentences what is done
     * @throws StartFailure if it cannot be started; the message is for the person who tried
     */
    public static EmbeddedServer start(DataDirectory data, Consumer<String> progress) {
        Path files = data.resolve("postgres");
        Path log = data.resolve("logs").resolve("postgres.log");
        try {
            refuseOtherVersion(files);
            Orphan.of(files)
                    .ifPresent(
                            orphan -> {
                                progress.accept(
                                        "Stopping a database server left behind (process %d)"
                                                .formatted(orphan.pid()));
                                orphan.stop();
                            });
            Files.createDirectories(log.getParent());
            String password =
                    OwnerOnlyFile.readOrCreate(
                            data.resolve("postgres.password"), new SecureRandom());
            return launch(data, files, log, password);
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new StartFailure(
                    "The database did not start ("
                            + ServerLog.lastError(log)
                            + "); see "
                            + log
                            + ".",
                    e);
        }
    }

    /** Connects as the superuser to the maintenance database. */
    public DataSource superuser() {
        return dataSource("postgres", "postgres", password);
    }

    public DataSource dataSource(String database, String user, String userPassword) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(userPassword);
        return source;
    }

    /** JDBC URL of a database, without credentials. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true"
                .formatted(postgres.getPort(), database);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static EmbeddedServer launch(DataDirectory data, Path files, Path log, String password)
            throws IOException, SQLException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                        .setDataDirectory(files)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(PATIENCE)
                        .setConnectConfig("password", password)
                        .setErrorRedirector(Redirect.appendTo(log.toFile()))
                        .setOutputRedirector(Redirect.appendTo(log.toFile()));
        ServerSettings.DURABLE.forEach(builder::setServerConfig);
        EmbeddedServer server = new EmbeddedServer(builder.start(), password);
        try {
            server.demandPasswords(files.resolve("pg_hba.conf"));
            return server;
        } catch (IOException | SQLException e) {
            server.close();
            throw e;
        }
    }

    /**
     * A server fresh from initdb trusts everyone on this machine; from here on it trusts nobody.
     */
    private void demandPasswords(Path rules) throws IOException, SQLException {
        if (Files.readString(rules).equals(ACCESS_RULES)) {
            return;
        }
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD " + statement.enquoteLiteral(password));
            Files.writeString(rules, ACCESS_RULES);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static void refuseOtherVersion(Path files) throws IOException {
        Path version = files.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new StartFailure(
                    "The data in %s is of PostgreSQL %s, this Keyledger brings PostgreSQL %s."
                            .formatted(files, Files.readString(version).strip(), MAJOR));
        }
    }
}
