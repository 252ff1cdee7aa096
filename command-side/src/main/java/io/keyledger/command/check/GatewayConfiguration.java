package io.keyledger.command.check;

import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.web.FilterOrder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What gateways find beside the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    @Bean
    FilterRegistrationBean<ForwardAuthFilter> forwardAuthFilter(
            CheckGate gate, GatewaySettings settings) {
        ForwardAuthFilter filter =
                new ForwardAuthFilter(gate, new ClientAddress(settings.trusted()));
        FilterRegistrationBean<ForwardAuthFilter> registration =
                new FilterRegistrationBean<>(filter);
        registration.setOrder(FilterOrder.RAW_PATH);
        return registration;
    }
}
