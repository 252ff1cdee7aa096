package io.keyledger.command.check;

import io.keyledger.access.source.ProxyChain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.util.Objects;

/**
 * What is believed of gateways, beyond what each says of its own request.
 *
 * @param trustedProxies networks (CIDR) or addresses, with commas, of proxies in front of the
 *     gateways, whose word on client addresses counts; none if left out
 */
@ConfigurationProperties("keyledger.gateway")
record GatewaySettings(@Nullable String trustedProxies) {

    /**
     * The proxies.
     *
     * @throws IllegalArgumentException naming the setting, if one is none
     */
    ProxyChain proxies() {
        return ProxyChain.of(
                "keyledger.gateway.trusted-proxies",
                Objects.requireNonNullElse(trustedProxies, ""));
    }
}
