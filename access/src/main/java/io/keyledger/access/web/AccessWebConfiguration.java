package io.keyledger.access.web;

import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.health.HealthConfiguration;
import io.keyledger.access.key.Peppers;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.access.metrics.GateMetricsConfiguration;
import io.keyledger.access.oidc.OidcSettings;
import io.keyledger.access.server.ServerConfiguration;
import io.keyledger.access.trace.SpanPrivacy;
import io.keyledger.shared.id.UuidV7;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.security.SecureRandom;
import java.time.Clock;

import javax.sql.DataSource;

/**
 * Everything an application needs to guard its handlers and to answer problems. The application
 * gives the data source {@code gateDataSource}, of which one connection is kept, and {@code
 * keyledger.pepper.directory}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PepperSettings.class, OidcSettings.class})
@Import({
    WebWiring.class,
    WebFilters.class,
    GateMetricsConfiguration.class,
    HealthConfiguration.class,
    ServerConfiguration.class,
    SpanPrivacy.class
})
public class AccessWebConfiguration {

    @Bean
    Peppers peppers(PepperSettings settings) {
        return settings.create()
                ? Peppers.loadOrCreate(settings.directory())
                : Peppers.load(settings.directory());
    }

    @Bean
    SecretHasher secretHasher(Peppers peppers) {
        return new SecretHasher(peppers);
    }

    @Bean
    CheckGate checkGate(
            @Qualifier("gateDataSource") DataSource dataSource,
            SecretHasher secretHasher,
            ObjectProvider<GateProbe> probe,
            GateObserver observer) {
        return CheckGate.open(
                dataSource,
                secretHasher,
                new UuidV7(Clock.systemUTC(), new SecureRandom()),
                GateSettings.DEFAULTS,
                probe.getIfAvailable(() -> GateProbe.NONE),
                observer);
    }
}
