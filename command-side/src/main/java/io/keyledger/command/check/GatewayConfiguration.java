package io.keyledger.command.check;

import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.problem.ProblemAdvice;
import io.keyledger.access.web.FilterOrder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

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

    @Bean
    FilterRegistrationBean<PlainCheckFilter> plainCheckFilter(
            CheckGate gate, ProblemAdvice problems, JsonMapper json) {
        FilterRegistrationBean<PlainCheckFilter> registration =
                new FilterRegistrationBean<>(new PlainCheckFilter(gate, problems, json));
        registration.setOrder(FilterOrder.LIMITED_BODY);
        registration.addUrlPatterns(PlainCheckFilter.PATH);
        return registration;
    }
}
