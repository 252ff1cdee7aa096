package io.keyledger.access.source;

import io.keyledger.shared.policy.Cidr;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Proxies that are trusted to say by whom they were called, in a list to which each adds one
 * address (as {@code X-Forwarded-For} is). What a client puts in front itself is never reached.
 *
 * @param trusted their networks
 */
public record ProxyChain(List<Cidr> trusted) {

    private static final String IPV4_ALONE = "/32";
    private static final String IPV6_ALONE = "/128";

    /**
     * As a setting tells them: networks (CIDR) or single addresses, with commas; empty for nobody.
     *
     * @throws IllegalArgumentException naming the setting and the first that is neither
     */
    public static ProxyChain of(String setting, String networks) {
        if (networks.isBlank()) {
            return new ProxyChain(List.of());
        }
        return new ProxyChain(
                Arrays.stream(networks.split(",", -1))
                        .map(String::strip)
                        .map(each -> network(setting, each))
                        .toList());
    }

    /** The address before the proxies, or null where the list tells none that can be believed. */
    public @Nullable SourceAddress client(List<String> headers) {
        return caller(headers).address();
    }

    /** Who called the first of the proxies, and what was in the list by then. */
    public Caller caller(List<String> headers) {
        String[] hops = String.join(",", headers).split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            SourceAddress hop = SourceAddress.parse(bare(hops[i].strip())).orElse(null);
            if (hop == null) {
                return Caller.UNKNOWN;
            }
            if (!isTrusted(hop)) {
                return new Caller(hop, String.join(",", Arrays.copyOf(hops, i)).strip());
            }
        }
        return Caller.UNKNOWN;
    }

    /**
     * Who called proxies.
     *
     * @param address null where the list tells none that can be believed
     * @param list as the caller sent it, its own word; empty if it sent none or is not known
     */
    public record Caller(@Nullable SourceAddress address, String list) {

        private static final Caller UNKNOWN = new Caller(null, "");
    }

    public boolean isTrusted(SourceAddress hop) {
        return trusted.stream().anyMatch(network -> network.contains(hop.address()));
    }

    private static Cidr network(String setting, String text) {
        String alone = text.indexOf(':') < 0 ? IPV4_ALONE : IPV6_ALONE;
        return Cidr.parse(text.indexOf('/') < 0 ? text + alone : text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        setting + " holds no network and no address: " + text));
    }

    /** Without a port, which some proxies add. */
    private static String bare(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
