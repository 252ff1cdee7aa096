package io.keyledger.console;

import io.keyledger.client.Presence;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The console as a process of its own. {@code KEYLEDGER_API} is the address of the API; {@code
 * KEYLEDGER_ADDRESS} and {@code KEYLEDGER_PORT} choose where it listens.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ConsoleApplication {

    private static final int WRONG_SETTING = 2;

    /** Settings come from the environment; arguments are not looked at. */
    public static void main(String[] arguments) {
        String api = System.getenv("KEYLEDGER_API");
        if (api == null || !api.matches("https?://[^/]+/?")) {
            refuse("KEYLEDGER_API must be the address of the API, such as http://keyledger:8080");
            return;
        }
        try {
            Provider.of(System.getenv());
            ConsoleSettings.exportBytes(System::getenv);
        } catch (IllegalArgumentException wrong) {
            refuse(wrong.getMessage());
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("keyledger.api", api.replaceFirst("/$", ""));
        properties.put("server.address", setting("KEYLEDGER_ADDRESS", "127.0.0.1"));
        properties.put("server.port", setting("KEYLEDGER_PORT", "8081"));
        properties.put("server.forward-headers-strategy", "native");
        // Longer than a proxy keeps a connection for later.
        properties.put("server.jetty.connection-idle-timeout", "75s");
        properties.put("spring.application.name", "keyledger-console");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.banner-mode", "off");
        SpringApplication application = new SpringApplication(ConsoleApplication.class);
        application.setDefaultProperties(properties);
        application.run();
    }

    @Bean
    ConsoleMount console(@Value("${keyledger.api}") URI api, Environment environment) {
        return new ConsoleMount(
                new ConsoleSettings(
                        Presence.of(() -> api),
                        Provider.of(environment::getProperty),
                        ConsoleSettings.exportBytes(environment::getProperty)));
    }

    /**
     * Headers count as they were sent: Jetty would take a cookie for one that it saw but for case.
     */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> headersAsSent() {
        return factory -> factory.addServerCustomizers(ConsoleApplication::headersAsSent);
    }

    private static void headersAsSent(Server server) {
        for (Connector connector : server.getConnectors()) {
            HttpConfiguration http =
                    connector
                            .getConnectionFactory(HttpConnectionFactory.class)
                            .getHttpConfiguration();
            http.setHeaderCacheSize(0);
            http.setHeaderCacheCaseSensitive(true);
        }
    }

    /** Tells a proxy that the process answers; found since it is a member of this class. */
    @Controller
    static final class Alive {

        @GetMapping("/health/live")
        ResponseEntity<Void> live() {
            return ResponseEntity.ok().build();
        }
    }

    private static void refuse(@Nullable String sentence) {
        System.err.println(sentence);
        System.exit(WRONG_SETTING);
    }

    private static String setting(String name, String otherwise) {
        String set = System.getenv(name);
        return set == null || set.isBlank() ? otherwise : set;
    }
}
