package io.keyledger.embedded;

import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;

import javax.sql.DataSource;

/** A running server. Closing stops it fast: open transactions are rolled back, commits stay. */
public final class EmbeddedServer implements AutoCloseable {

    private final Programs programs;
    private final Cluster cluster;
    private final int port;
    private final String password;

    EmbeddedServer(Programs programs, Cluster cluster, int port, String password) {
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /** Connects as the superuser to the maintenance database. */
    public DataSource superuser() {
        return superuser("postgres");
    }

    /** Connects as the superuser to a database. */
    public DataSource superuser(String database) {
        return dataSource(database, "postgres", password);
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
                .formatted(port, database);
    }

    @Override
    public void close() throws IOException {
        ServerProcess.stop(cluster.files(), programs);
    }
}
