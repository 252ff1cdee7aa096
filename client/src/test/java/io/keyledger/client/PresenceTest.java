package io.keyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

class PresenceTest {

    private HttpServer api;

    @BeforeEach
    void open() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        api.start();
    }

    @AfterEach
    void close() {
        api.stop(0);
    }

    @Test
    void whoIsStoppedWhileLookingTakesItForAwayBeforeNobody() {
        Presence presence =
                Presence.of(() -> URI.create("http://127.0.0.1:" + api.getAddress().getPort()));
        Thread.currentThread().interrupt();
        try {
            assertThat(presence.isThere()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).as("still stopped").isTrue();
        }
        presence.require();
    }
}
