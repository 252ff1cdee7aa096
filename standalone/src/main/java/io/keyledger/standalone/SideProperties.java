package io.keyledger.standalone;

import io.keyledger.embedded.DataDirectory;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What both sides are told about where they run. Before every other source, so that a stray
 * variable of the environment moves neither port nor data.
 */
final class SideProperties
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Map<String, Object> values = new LinkedHashMap<>();

    SideProperties(Settings settings, DataDirectory data) {
        values.put("server.port", settings.port());
        values.put("server.address", settings.address().getHostAddress());
        // Whoever calls this process is who it says: no proxy stands before it.
        values.put("server.forward-headers-strategy", "none");
        values.put("keyledger.data-directory", data.path().toString());
        values.put("keyledger.pepper.directory", data.resolve("peppers").toString());
        values.put("keyledger.checkpoint.directory", data.resolve("checkpoints").toString());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("standalone", values));
    }
}
