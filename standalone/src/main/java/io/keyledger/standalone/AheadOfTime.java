package io.keyledger.standalone;

import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which parts the application has can be determined once, after the build (Spring's processing
 * ahead of time), instead of at each start. Settings that decide it have been read by then, so that
 * a start that is given any determines it anew, as does one for which nothing was determined.
 */
final class AheadOfTime implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String DETERMINED =
            AheadOfTime.class.getName() + "__ApplicationContextInitializer";

    private static final Set<String> SURROUNDINGS =
            Set.of(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private static final List<String> DECIDING =
            List.of("SPRING_", "SPRINGDOC_", "MANAGEMENT_", "SERVER_", "OTEL_");

    /** How Spring Boot names the settings of a file beside the jar or in the working directory. */
    private static final String OF_A_FILE = "Config resource 'file ";

    /** Run by Spring's processing, which ends it before any part is made. */
    static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application that this is about. */
    static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(KeyledgerApplication.class)
                .main(AheadOfTime.class)
                .web(WebApplicationType.SERVLET);
    }

    /** Comes last, having no order: the settings were read, and logging was set up by them. */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (!ClassUtils.isPresent(DETERMINED, null)) {
            return;
        }
        Optional<String> deciding = deciding(event.getEnvironment());
        if (deciding.isEmpty()) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        LoggerFactory.getLogger(AheadOfTime.class)
                .info(
                        "The application's parts were determined {}",
                        deciding.map("at this start, because of "::concat)
                                .orElse("ahead of this start"));
    }

    /** The first setting that may decide which parts the application has. */
    static Optional<String> deciding(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream().flatMap(AheadOfTime::deciding).findFirst();
    }

    private static Stream<String> deciding(PropertySource<?> source) {
        if (source.getName().startsWith(OF_A_FILE)) {
            return Stream.of(source.getName());
        }
        return SURROUNDINGS.contains(source.getName())
                        && source instanceof EnumerablePropertySource<?> settings
                ? Arrays.stream(settings.getPropertyNames()).filter(AheadOfTime::decides)
                : Stream.empty();
    }

    private static boolean decides(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return DECIDING.stream().anyMatch(variable::startsWith);
    }
}
