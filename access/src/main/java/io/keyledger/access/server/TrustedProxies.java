package io.keyledger.access.server;

import io.keyledger.access.source.ProxyChain;
import io.keyledger.access.source.ProxyChain.Caller;
import io.keyledger.access.source.SourceAddress;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Believes proxies that are trusted, and nobody else: the client's address is what they say in
 * {@code X-Forwarded-For}, the scheme what they say in {@code X-Forwarded-Proto}. What they added
 * to {@code X-Forwarded-For} is taken out of it, so that it says what the client sent, which means
 * something where the client is a gateway.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {

    private static final String PROTO = "X-Forwarded-Proto";

    private final ProxyChain proxies;

    TrustedProxies(ProxyChain proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        SourceAddress peer = RemoteAddress.of(request);
        if (peer == null || !proxies.isTrusted(peer)) {
            return request;
        }
        HttpFields headers = request.getHeaders();
        Caller caller = proxies.caller(headers.getValuesList(HttpHeader.X_FORWARDED_FOR));
        return new Forwarded(
                request,
                caller.address() == null ? peer : caller.address(),
                caller.list(),
                "https".equalsIgnoreCase(headers.get(PROTO)));
    }

    private static final class Forwarded extends Request.Wrapper {

        private final ConnectionMetaData connection;
        private final HttpFields headers;
        private final HttpURI uri;
        private final boolean secure;

        Forwarded(Request request, SourceAddress client, String list, boolean secure) {
            super(request);
            this.headers = withList(request.getHeaders(), list);
            this.connection = new From(request.getConnectionMetaData(), client);
            this.secure = secure || request.isSecure();
            this.uri =
                    secure
                            ? HttpURI.build(request.getHttpURI()).scheme("https").asImmutable()
                            : request.getHttpURI();
        }

        private static HttpFields withList(HttpFields headers, String list) {
            HttpFields.Mutable own = HttpFields.build(headers).remove(HttpHeader.X_FORWARDED_FOR);
            return list.isEmpty() ? own : own.put(HttpHeader.X_FORWARDED_FOR, list);
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }
    }

    private static final class From extends ConnectionMetaData.Wrapper {

        private final InetSocketAddress client;

        From(ConnectionMetaData connection, SourceAddress client) {
            super(connection);
            // An address in digits, which nobody has to look up.
            this.client = new InetSocketAddress(client.text(), 0);
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return client;
        }
    }
}
