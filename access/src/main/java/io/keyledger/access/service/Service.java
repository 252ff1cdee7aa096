package io.keyledger.access.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.HashMap;
import java.util.Map;

/** Starts a side as a process of its own. */
public final class Service {

    private static final int WRONG_SETTING = 2;
    private static final String LOG = "io/keyledger/access/log/service.xml";

    private Service() {}

    /**
     * Starts the application.
     *
     * @param properties before every other source, so that no stray variable moves port or database
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType web, Map<String, Object> properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(web);
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(habits());
        ApplicationContextInitializer<ConfigurableApplicationContext> before =
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("service", all));
        spring.addInitializers(before);
        spring.setDefaultProperties(
                Map.of("logging.config", "classpath:" + LOG, "spring.main.banner-mode", "off"));
        return spring.run();
    }

    /** For a step that is none, before its first logger is made. */
    public static void logsLikeOne() {
        System.setProperty("logback.configurationFile", LOG);
    }

    /** Runs a step of a main method; a setting that cannot be used ends it with a sentence. */
    public static void orComplain(Runnable step) {
        try {
            step.run();
        } catch (WrongSetting wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_SETTING);
        }
    }

    private static Map<String, Object> habits() {
        return Map.of(
                "spring.threads.virtual.enabled", true,
                "spring.servlet.multipart.enabled", false,
                "spring.mvc.log-request-details", false,
                "spring.output.ansi.enabled", "never",
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                // A side's document would tell half of the API.
                "springdoc.api-docs.enabled", false,
                "springdoc.swagger-ui.enabled", false);
    }
}
