package io.keyledger.command.check;

import io.keyledger.access.source.SourceAddress;
import io.keyledger.shared.policy.Cidr;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The client's address as the gateway saw it: the last one in a list to which each proxy adds whom
 * it was called by (as {@code X-Forwarded-For} does), passing over proxies that are trusted. What a
 * client puts in front itself is never reached.
 */
record ClientAddress(List<Cidr> trusted) {

    /** The address, or null where the list tells none that can be believed. */
    @Nullable SourceAddress of(List<String> headers) {
        String[] hops = String.join(",", headers).split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            SourceAddress hop = SourceAddress.parse(bare(hops[i].strip())).orElse(null);
            if (hop == null || !isTrusted(hop)) {
                return hop;
            }
        }
        return null;
    }

    private boolean isTrusted(SourceAddress hop) {
        return trusted.stream().anyMatch(network -> network.contains(hop.text()));
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
