package io.keyledger.access.metrics;

import io.keyledger.access.gate.CheckGate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Measures the application's gate, its requests and what it logs. */
@Configuration(proxyBeanMethods = false)
@Import(RequestObservations.class)
public class GateMetricsConfiguration {

    @Bean
    GateMetrics gateMetrics(
            MeterRegistry meters, ObjectProvider<ObservationRegistry> observations) {
        return new GateMetrics(meters, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean(destroyMethod = "close")
    LoggedEvents loggedEvents(MeterRegistry meters) {
        return new LoggedEvents(meters);
    }

    @Bean
    MeterBinder gateGauges(CheckGate gate) {
        return meters ->
                Gauge.builder("keyledger.checks.waiting", gate, CheckGate::waiting)
                        .description("Checks that wait for their batch")
                        .register(meters);
    }
}
