package io.keyledger.access.server;

import io.keyledger.access.source.ProxyChain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.util.Objects;

/**
 * Whom the server believes.
 *
 * @param trustedProxies networks (CIDR) or addresses, with commas, of proxies in front of this
 *     node, whose word on clients' addresses counts; none if left out
 */
@ConfigurationProperties("keyledger.server")
record ServerSettings(@Nullable String trustedProxies) {

    /**
     * The proxies.
     *
     * @throws IllegalArgumentException naming the setting, if one is none
     */
    ProxyChain proxies() {
        return ProxyChain.of(
                "keyledger.server.trusted-proxies", Objects.requireNonNullElse(trustedProxies, ""));
    }
}
