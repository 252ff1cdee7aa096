package io.keyledger.access.health;

import io.keyledger.access.gate.CheckGate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

import java.util.List;

import javax.sql.DataSource;

/** Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/keyledger/access/health/endpoints.properties")
public class HealthConfiguration {

    @Bean
    ReadinessCauses gateReadiness(
            CheckGate gate, @Qualifier("gateDataSource") DataSource dataSource) {
        return new GateReadiness(gate, dataSource);
    }

    /** Its name is the component's in the answer. */
    @Bean
    HealthIndicator nodeHealthIndicator(
            ApplicationAvailability availability,
            List<ReadinessCauses> parts,
            ObjectProvider<HealthWarnings> warnings) {
        return new NodeHealth(availability, parts, warnings.stream().toList());
    }
}
