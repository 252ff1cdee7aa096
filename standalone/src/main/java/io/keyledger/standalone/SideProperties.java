package io.keyledger.standalone;

import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Role;
import io.keyledger.embedded.DataDirectory;
import io.keyledger.embedded.EmbeddedServer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What both sides are told about where they run. Handed over within the process, so that passwords
 * are neither among its arguments nor in its environment; and before every other source, so that a
 * stray variable of the environment moves neither port nor database.
 */
final class SideProperties
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Map<String, Object> values = new LinkedHashMap<>();

    SideProperties(
            Settings settings, DataDirectory data, EmbeddedServer server, Passwords passwords) {
        values.put("server.port", settings.port());
        values.put("server.address", settings.address().getHostAddress());
        // Whoever calls this process is who it says: no proxy stands before it.
        values.put("server.forward-headers-strategy", "none");
        values.put("keyledger.data-directory", data.path().toString());
        values.put("keyledger.pepper.directory", data.resolve("peppers").toString());
        values.put("keyledger.checkpoint.directory", data.resolve("checkpoints").toString());
        connect("command", server, Role.COMMAND, passwords);
        connect("query", server, Role.QUERY, passwords);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("standalone", values));
    }

    private void connect(String side, EmbeddedServer server, Role role, Passwords passwords) {
        String prefix = "keyledger.datasource." + side + ".";
        values.put(prefix + "url", server.url(DatabaseSetup.DATABASE));
        values.put(prefix + "username", role.roleName());
        values.put(prefix + "password", passwords.of(role));
    }
}
