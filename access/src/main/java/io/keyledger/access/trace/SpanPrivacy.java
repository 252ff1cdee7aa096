package io.keyledger.access.trace;

import io.micrometer.tracing.exporter.SpanFilter;
import io.opentelemetry.context.propagation.TextMapPropagator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** What leaves with a span, and what of a caller's trace comes in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(TracingSwitch.ON)
public class SpanPrivacy {

    /** Events of spans are exceptions with their messages, which may quote what was sent. */
    @Bean
    SpanFilter withoutEvents() {
        return span -> span.setEvents(List.of());
    }

    @Bean
    TextMapPropagator traceParentOnly() {
        return new TraceParentOnly();
    }
}
