package io.keyledger.command.check;

import io.keyledger.shared.policy.Cidr;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.util.List;
import java.util.Objects;

/**
 * What is believed of gateways, beyond what each says of its own request.
 *
 * @param trustedProxies networks (CIDR) of proxies in front of the gateways, whose word on client
 *     addresses counts; none if left out
 */
@ConfigurationProperties("keyledger.gateway")
record GatewaySettings(@Nullable List<String> trustedProxies) {

    /**
     * The networks.
     *
     * @throws IllegalArgumentException naming the setting, if one is none
     */
    List<Cidr> trusted() {
        return Objects.requireNonNullElse(trustedProxies, List.<String>of()).stream()
                .map(GatewaySettings::network)
                .toList();
    }

    private static Cidr network(String text) {
        return Cidr.parse(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "keyledger.gateway.trusted-proxies holds no network: "
                                                + text));
    }
}
