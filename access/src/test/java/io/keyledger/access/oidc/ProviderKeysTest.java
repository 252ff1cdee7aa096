package io.keyledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How often a provider that is away is asked. */
class ProviderKeysTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer provider;
    private ProviderKeys keys;
    private volatile boolean away = true;

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", this::answer);
        provider.start();
        keys = new ProviderKeys(new OidcSettings(issuer(), "", "", "", "", "", ""), now::get);
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    @Test
    void oneThatIsAwayIsAskedLessAndLessOftenHoweverManyTokensCome() {
        tokensCome();
        assertThat(asked).hasValue(1);
        int times = 1;
        for (int pause : new int[] {250, 500, 1_000, 2_000, 4_000, 5_000, 5_000}) {
            after(pause - 1);
            tokensCome();
            assertThat(asked).as("before %d ms", pause).hasValue(times);
            after(1);
            tokensCome();
            assertThat(asked).as("after %d ms", pause).hasValue(++times);
        }
    }

    @Test
    void oneThatIsBackIsFoundAQuarterOfASecondAfterItWasAway() {
        assertThat(isThere()).isFalse();
        away = false;
        assertThat(isThere()).isFalse();
        after(250);
        assertThat(isThere()).isTrue();
        tokensCome();
        assertThat(asked).hasValue(2);
    }

    private void tokensCome() {
        for (int token = 0; token < 10; token++) {
            isThere();
        }
    }

    private boolean isThere() {
        try {
            keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            return true;
        } catch (KeySourceException _) {
            return false;
        }
    }

    private void after(int millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean document = exchange.getRequestURI().getPath().startsWith("/.well-known/");
            if (document) {
                asked.incrementAndGet();
            }
            String text =
                    document
                            ? "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}"
                                    .formatted(issuer(), issuer())
                            : "{\"keys\":[]}";
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
