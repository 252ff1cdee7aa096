package io.keyledger.command.check;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.Asked.AskedApi;
import io.keyledger.access.server.Exchange;
import io.keyledger.access.source.ProxyChain;
import io.keyledger.access.source.SourceAddress;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * The request that a gateway asks about. A gateway tells it by one set of headers, which it has to
 * set itself, whatever the client sent: a request with headers of two sets, with one twice, or with
 * half of a set could be the client's own word, and is about no path at all, which no route allows.
 *
 * @param method empty if it is not told clearly
 * @param path without query; empty if it is not told clearly
 */
record OriginalRequest(String method, String path, @Nullable SourceAddress address) {

    private static final String UNCLEAR = "";

    /** The sets of headers. */
    private enum Dialect {
        /** As nginx is configured in {@code examples/nginx}. */
        ORIGINAL("X-Original-Method", "X-Original-URI", "X-Real-IP"),
        /** Of Traefik and Caddy. */
        FORWARDED("X-Forwarded-Method", "X-Forwarded-Uri", "X-Forwarded-For");

        private final String method;
        private final String uri;
        private final String address;

        Dialect(String method, String uri, String address) {
            this.method = method;
            this.uri = uri;
            this.address = address;
        }

        boolean isSpokenIn(Exchange request) {
            return request.header(method) != null || request.header(uri) != null;
        }
    }

    /** Of {@code GET /auth}. */
    static OriginalRequest of(Exchange request, ProxyChain proxies) {
        List<Dialect> spoken =
                Arrays.stream(Dialect.values()).filter(each -> each.isSpokenIn(request)).toList();
        return spoken.size() == 1
                ? of(request, spoken.getFirst(), proxies)
                : new OriginalRequest(UNCLEAR, UNCLEAR, null);
    }

    private static OriginalRequest of(Exchange request, Dialect dialect, ProxyChain proxies) {
        String method = only(request, dialect.method);
        String uri = only(request, dialect.uri);
        SourceAddress address = proxies.client(all(request, dialect.address));
        return method == null || uri == null
                ? new OriginalRequest(UNCLEAR, UNCLEAR, address)
                : new OriginalRequest(method, withoutQuery(uri), address);
    }

    /** Of a gateway that sends the original method and path itself, behind a prefix. */
    static OriginalRequest behind(String prefix, Exchange request, ProxyChain proxies) {
        return new OriginalRequest(
                request.method(),
                request.path().substring(prefix.length()),
                proxies.client(all(request, Dialect.FORWARDED.address)));
    }

    /**
     * What is asked. The host is no part of it: it is the client's word, and who may add an API at
     * some host could so choose by whose routes another's requests are decided.
     *
     * @param api the API's name; null for whichever has the path, if only one has
     */
    Asked asked(@Nullable String api) {
        return new Asked.ForRequest(
                method, path, api == null ? null : new AskedApi.Named(api), null);
    }

    private static String withoutQuery(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The header's value; null if it is not there, or more than once. */
    private static @Nullable String only(Exchange request, String header) {
        List<String> values = all(request, header);
        return values.size() == 1 ? values.getFirst() : null;
    }

    private static List<String> all(Exchange request, String header) {
        return request.headers(header);
    }
}
