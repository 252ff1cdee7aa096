package io.keyledger.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.source.ProxyChain;
import io.keyledger.access.source.SourceAddress;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, '192.0.2.7', https, 192.0.2.7 https []",
        "127.0.0.1, '203.0.113.9, 192.0.2.7', http, 192.0.2.7 http [203.0.113.9]",
        "127.0.0.1, 'x, 203.0.113.9,192.0.2.7', http, '192.0.2.7 http [x, 203.0.113.9]'",
        "'127.0.0.0/8, 10.0.0.0/8', '192.0.2.7, 10.1.1.1', , 192.0.2.7 http []",
        "127.0.0.1, 'unknown', https, 127.0.0.1 https []",
        "127.0.0.1, '203.0.113.9, unknown', https, 127.0.0.1 https []",
        "127.0.0.1, , , 127.0.0.1 http []"
    })
    void areBelieved(String trusted, @Nullable String client, @Nullable String scheme, String seen)
            throws Exception {
        assertThat(seen(trusted, client, scheme)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"'', 192.0.2.7, https", "10.0.0.0/8, 127.0.0.1, https"})
    void othersAreNot(String trusted, String client, String scheme) throws Exception {
        assertThat(seen(trusted, client, scheme)).isEqualTo("127.0.0.1 http [" + client + "]");
    }

    private static String seen(String trusted, @Nullable String client, @Nullable String scheme)
            throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new TrustedProxies(ProxyChain.of("THESE", trusted)));
        Server server = new Server();
        ServerConnector connector =
                new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Echo());
        server.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + connector.getLocalPort()));
            if (client != null) {
                request.header("X-Forwarded-For", client);
            }
            if (scheme != null) {
                request.header("X-Forwarded-Proto", scheme);
            }
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } finally {
            server.stop();
        }
    }

    /** Answers with what it sees. */
    private static final class Echo extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            SourceAddress address = RemoteAddress.of(request);
            String text = (address == null ? "" : address.text());
            String scheme = request.isSecure() ? "https" : "http";
            List<String> list = request.getHeaders().getValuesList("X-Forwarded-For");
            Content.Sink.write(response, true, text + " " + scheme + " " + list, callback);
            return true;
        }
    }
}
