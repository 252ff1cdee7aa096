package io.keyledger.command.testing;

import io.keyledger.database.Role;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A running node of the command side on a port of its own. */
public final class CommandNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Path data;

    private CommandNode(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    /**
     * Starts a node.
     *
     * @param data where its peppers and, after the first start, the administrator's key are
     */
    public static CommandNode start(ScratchDatabase database, Path data) {
        return start(database, data, 20);
    }

    public static CommandNode start(ScratchDatabase database, Path data, int poolSize) {
        return start(database, data, poolSize, Map.of());
    }

    /** With settings of a test's own. */
    public static CommandNode start(
            ScratchDatabase database, Path data, int poolSize, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("axon.update-check.disabled", true);
        properties.put("keyledger.data-directory", data.toString());
        properties.put("keyledger.pepper.directory", data.resolve("peppers").toString());
        properties.put("keyledger.pepper.create", true);
        String login = Role.COMMAND.roleName();
        properties.put("keyledger.datasource.command.url", database.url());
        properties.put("keyledger.datasource.command.username", login);
        properties.put("keyledger.datasource.command.password", database.password(login));
        properties.put("keyledger.datasource.command.pool-size", poolSize);
        return new CommandNode(
                new SpringApplicationBuilder(NodeApplication.class)
                        .properties(properties)
                        .registerShutdownHook(false)
                        .run(),
                data);
    }

    /** The API as the bootstrap administrator sees it. */
    public Api api() {
        return new Api(port(), administratorKey());
    }

    public Api api(String key) {
        return new Api(port(), key);
    }

    public String administratorKey() {
        try {
            return Files.readString(data.resolve("bootstrap-admin.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    public int port() {
        return Integer.parseInt(
                Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }
}
