package io.keyledger.access.trace;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Leaves all of OpenTelemetry out unless the environment names an endpoint, so that it costs
 * nothing: Spring Boot would make spans and throw them away.
 */
public final class TracingSwitch implements EnvironmentPostProcessor {

    /** The property that tells everybody else. */
    static final String ON = "keyledger.tracing.on";

    private static final List<String> ENDPOINTS =
            List.of(
                    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "management.opentelemetry.tracing.export.otlp.endpoint");

    private static final String BOOT = "org.springframework.boot.";

    private static final List<String> TRACING =
            List.of(
                    BOOT + "opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
                    BOOT
                            + "micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
                    BOOT
                            + "micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
                    BOOT + "micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
                    BOOT + "micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
                    BOOT
                            + "micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        boolean on = isOn(environment);
        List<String> excluded = on ? List.of() : TRACING;
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "tracing-switch",
                                Map.of(ON, on, "spring.autoconfigure.exclude", excluded)));
    }

    /** Whether somebody takes traces. */
    public static boolean isOn(Environment environment) {
        Stream<String> endpoints = ENDPOINTS.stream().map(environment::getProperty);
        return endpoints.anyMatch(StringUtils::hasText)
                && !"none".equals(environment.getProperty("OTEL_TRACES_EXPORTER"))
                && !"true".equals(environment.getProperty("OTEL_SDK_DISABLED"));
    }
}
