package io.keyledger.access.trace;

import io.micrometer.tracing.exporter.SpanFilter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** What leaves with a span. */
@Configuration(proxyBeanMethods = false)
public class SpanPrivacy {

    /** Events of spans are exceptions with their messages, which may quote what was sent. */
    @Bean
    SpanFilter withoutEvents() {
        return span -> span.setEvents(List.of());
    }
}
