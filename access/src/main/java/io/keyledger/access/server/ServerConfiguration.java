package io.keyledger.access.server;

import io.keyledger.access.correlation.CorrelationId;
import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.access.trace.TracingSwitch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets the HTTP server up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerSettings.class)
public class ServerConfiguration {

    @Bean
    ServerSetUp serverSetUp(
            ServerSettings settings,
            CorrelationId correlation,
            ProblemWriter problems,
            MeterRegistry meters,
            ObjectProvider<ObservationRegistry> observations,
            Environment environment,
            ObjectProvider<DirectHandler> direct) {
        return new ServerSetUp(
                settings.proxies(),
                new DirectServer(
                        correlation,
                        problems,
                        new RequestTimes(
                                meters,
                                TracingSwitch.isOn(environment)
                                        ? observations.getObject()
                                        : ObservationRegistry.NOOP),
                        new HttpThreads()),
                direct);
    }
}
