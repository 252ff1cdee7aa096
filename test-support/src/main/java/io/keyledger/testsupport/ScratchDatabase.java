package io.keyledger.testsupport;

import io.keyledger.database.Role;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/**
 * A database of its own with today's schema, on a server shared by the JVM; dropped when closed.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ScratchServer server;
    private final String name;

    private ScratchDatabase(ScratchServer server) {
        this.server = server;
        this.name = "scratch_" + COUNT.incrementAndGet();
        server.copyTemplateTo(name);
    }

    /** On a server that is quick and forgets what it has not flushed. */
    public static ScratchDatabase create() {
        return new ScratchDatabase(ScratchServer.shared());
    }

    /** On a server with durable commits. */
    public static ScratchDatabase createDurable() {
        return new ScratchDatabase(ScratchServer.sharedDurable());
    }

    public DataSource owner() {
        return as(Role.OWNER);
    }

    public DataSource command() {
        return as(Role.COMMAND);
    }

    public DataSource query() {
        return as(Role.QUERY);
    }

    public DataSource superuser() {
        return server.superuser(name);
    }

    /** JDBC URL without credentials. */
    public String url() {
        return server.url(name);
    }

    /** The password of a login role; all have the same. */
    public String password(String roleName) {
        return ScratchServer.PASSWORD;
    }

    @Override
    public void close() {
        server.drop(name);
    }

    private DataSource as(Role role) {
        return server.dataSource(name, role);
    }
}
