package io.keyledger.testsupport;

import static java.util.Objects.requireNonNull;

import io.keyledger.database.Migrations;
import io.keyledger.database.Role;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/**
 * A database of its own with today's schema, on a server shared by the JVM; dropped when closed.
 * Connections to it are kept for whoever asks next, so that what is set for the database or a role
 * reaches only some of those that are asked for later.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ScratchServer server;
    private final String name;

    private final Map<Role, KeptConnections> ofRoles = new EnumMap<>(Role.class);
    private final KeptConnections ofSuperuser;

    private ScratchDatabase(ScratchServer server, String name) {
        this.server = server;
        this.name = name;
        for (Role role : Role.values()) {
            ofRoles.put(role, new KeptConnections(server.dataSource(name, role)));
        }
        this.ofSuperuser = new KeptConnections(server.superuser(name));
    }

    /** On a server that is quick and forgets what it has not flushed. */
    public static ScratchDatabase create() {
        return copied(ScratchServer.shared());
    }

    /** On a server with durable commits. */
    public static ScratchDatabase createDurable() {
        return copied(ScratchServer.sharedDurable());
    }

    /**
     * What an older version left behind, brought up to date.
     *
     * @param folder one file for each table, {@code schema.table.tsv}: its columns, then its rows
     *     as COPY writes them
     * @param version the newest migration of then
     */
    public static ScratchDatabase kept(Path folder, String version) {
        ScratchServer server = ScratchServer.shared();
        ScratchDatabase database = new ScratchDatabase(server, nextName());
        server.createOlder(database.name, version);
        KeptStore.load(folder, database.superuser());
        Migrations.migrate(database.owner());
        return database;
    }

    private static ScratchDatabase copied(ScratchServer server) {
        ScratchDatabase database = new ScratchDatabase(server, nextName());
        server.copyTemplateTo(database.name);
        return database;
    }

    private static String nextName() {
        return "scratch_" + COUNT.incrementAndGet();
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
        return ofSuperuser;
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
        ofRoles.values().forEach(KeptConnections::close);
        ofSuperuser.close();
        server.drop(name);
    }

    private DataSource as(Role role) {
        return requireNonNull(ofRoles.get(role));
    }
}
