package io.keyledger.access.server;

import io.keyledger.access.correlation.CorrelationId;
import io.keyledger.access.problem.ProblemWriter;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the HTTP server up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerSettings.class)
public class ServerConfiguration {

    @Bean
    ServerSetUp serverSetUp(
            ServerSettings settings,
            CorrelationId correlation,
            ProblemWriter problems,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<DirectHandler> direct) {
        return new ServerSetUp(
                settings.proxies(),
                new DirectServer(
                        correlation,
                        problems,
                        observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                        new HttpThreads()),
                direct);
    }
}
