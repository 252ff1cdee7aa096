package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class AheadOfTimeTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "SPRINGDOC_SWAGGER_UI_ENABLED",
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "SPRING_AUTOCONFIGURE_EXCLUDE",
                "spring.threads.virtual.enabled"
            })
    void settingsOfTheSurroundingsDecide(String name) {
        assertThat(AheadOfTime.deciding(surroundedBy(Map.of("PATH", "/bin", name, "any"))))
                .contains(name);
        StandardEnvironment properties = surroundedBy(Map.of());
        properties
                .getPropertySources()
                .replace(
                        "systemProperties",
                        new MapPropertySource("systemProperties", Map.of(name, "any")));
        assertThat(AheadOfTime.deciding(properties)).contains(name);
    }

    @Test
    void ownSettingsAndWhatIsElseAroundDoNot() {
        StandardEnvironment environment =
                surroundedBy(
                        Map.of(
                                "KEYLEDGER_PORT", "8080",
                                "KEYLEDGER_OIDC_ISSUER", "https://id.example",
                                "HOSTNAME", "spring",
                                "JAVA_HOME", "/jdk"));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("own", Map.of("server.port", "8080")));
        assertThat(AheadOfTime.deciding(environment)).isEmpty();
    }

    @Test
    void aFileOfSettingsDecidesButForTheOneThatIsBuiltIn() throws IOException {
        assertThat(AheadOfTime.deciding(readBySpringBoot(folder))).isEmpty();
        Files.writeString(
                folder.resolve("application.properties"), "springdoc.api-docs.enabled=false");
        assertThat(AheadOfTime.deciding(readBySpringBoot(folder)).orElseThrow())
                .contains(folder.toString());
    }

    private static StandardEnvironment surroundedBy(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource("systemEnvironment", variables));
        environment
                .getPropertySources()
                .replace("systemProperties", new MapPropertySource("systemProperties", Map.of()));
        return environment;
    }

    /** As if the folder was the working directory. */
    private static ConfigurableEnvironment readBySpringBoot(Path folder) {
        StandardEnvironment environment = surroundedBy(Map.of());
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "own",
                                Map.of(
                                        "spring.config.location",
                                        "classpath:/,optional:" + folder.toUri())));
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Object.class)
                        .environment(environment)
                        .web(WebApplicationType.NONE)
                        .run()) {
            return context.getEnvironment();
        }
    }
}
