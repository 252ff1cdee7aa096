package io.keyledger.standalone.journey;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.standalone.KeyledgerApplication;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One running Keyledger process's worth of beans, on a database it may share with others. Nodes of
 * a test process start and end one after the other: each sets up logging anew, which is one for the
 * process and not made for two at once.
 */
public final class Node implements AutoCloseable {

    private static final Lock SETTING_UP = new ReentrantLock();

    static {
        // Else all share what reads a jar, and what one closes ends in the middle for another.
        URLConnection.setDefaultUseCaches("jar", false);
    }

    /**
     * Gone once it is closed: test classes keep their nodes in static fields for as long as all
     * tests run.
     */
    private final AtomicReference<ConfigurableApplicationContext> context;

    private final Path data;

    private Node(ConfigurableApplicationContext context, Path data) {
        this.context = new AtomicReference<>(context);
        this.data = data;
    }

    public static Node start(ScratchDatabase database, Path data) {
        return start(database, data, Map.of());
    }

    /** With settings beside those that every node has. */
    public static Node start(ScratchDatabase database, Path data, Map<String, Object> more) {
        return start(database, data, GateProbe.NONE, more);
    }

    /** With somebody looking on while batches of checks are decided. */
    static Node start(ScratchDatabase database, Path data, GateProbe probe) {
        return start(database, data, probe, Map.of());
    }

    private static Node start(
            ScratchDatabase database, Path data, GateProbe probe, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("server.port", 0);
        settings.put("keyledger.data-directory", data.toString());
        settings.put("keyledger.pepper.directory", data.resolve("peppers").toString());
        settings.putIfAbsent(
                "keyledger.checkpoint.directory", data.resolve("checkpoints").toString());
        settings.put("keyledger.checkpoint.interval", "1s");
        for (String side : new String[] {"command", "query"}) {
            String prefix = "keyledger.datasource." + side + ".";
            settings.put(prefix + "url", database.url());
            settings.put(prefix + "username", "keyledger_" + side);
            settings.put(prefix + "password", database.password("keyledger_" + side));
        }
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(KeyledgerApplication.class)
                        .properties(settings)
                        .initializers(context -> look(context, probe));
        SETTING_UP.lock();
        try {
            return new Node(application.run(), data);
        } finally {
            SETTING_UP.unlock();
        }
    }

    private static void look(ConfigurableApplicationContext context, GateProbe probe) {
        context.getBeanFactory().registerSingleton("gateProbe", probe);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The API as the bootstrap administrator sees it. */
    public Api administrator() throws IOException {
        return new Api(address(), Files.readString(data.resolve("bootstrap-admin.key")).strip());
    }

    int beans(Class<?> type) {
        return context.get().getBeanNamesForType(type).length;
    }

    @Override
    public void close() {
        SETTING_UP.lock();
        try {
            context.getAndSet(null).close();
        } finally {
            SETTING_UP.unlock();
        }
    }

    private int port() {
        return ((WebServerApplicationContext) context.get()).getWebServer().getPort();
    }
}
