package io.keyledger.access.metrics;

import io.keyledger.access.gate.CheckGate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures the application's gate. */
@Configuration(proxyBeanMethods = false)
public class GateMetricsConfiguration {

    @Bean
    GateMetrics gateMetrics(
            MeterRegistry meters, ObjectProvider<ObservationRegistry> observations) {
        return new GateMetrics(meters, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    MeterBinder gateGauges(CheckGate gate) {
        return meters ->
                Gauge.builder("keyledger.checks.waiting", gate, CheckGate::waiting)
                        .description("Checks that wait for their batch")
                        .register(meters);
    }
}
