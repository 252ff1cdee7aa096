package io.keyledger.command.check;

import io.keyledger.access.gate.CheckGate;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

/** What gateways find beside the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    @Bean
    ForwardAuth forwardAuth(CheckGate gate, GatewaySettings settings) {
        return new ForwardAuth(gate, settings.proxies());
    }

    @Bean
    PlainRequests plainChecks(CheckGate gate, JsonMapper json) {
        return new PlainRequests(gate, new PlainChecks(json));
    }

    @Bean
    PlainRequests plainIntrospections(CheckGate gate, JsonMapper json) {
        return new PlainRequests(gate, new PlainIntrospections(json));
    }
}
