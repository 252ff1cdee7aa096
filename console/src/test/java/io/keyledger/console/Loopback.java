package io.keyledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.client.Presence;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Servers that tests start: APIs that answer as they like, and the console of one. */
public final class Loopback {

    private static final long EXPORT_BYTES = 1 << 20;

    private Loopback() {}

    /**
     * An API that answers so.
     *
     * @param port 0 for any
     */
    public static HttpServer api(int port, HttpHandler answering) {
        try {
            HttpServer api =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            api.createContext("/", answering);
            api.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public static void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The console of an API, with keys alone. */
    public static WebServer console(Supplier<URI> api) {
        JettyServletWebServerFactory jetty = new JettyServletWebServerFactory(0);
        jetty.setAddress(InetAddress.getLoopbackAddress());
        jetty.setRegisterDefaultServlet(true);
        WebServer server =
                jetty.getWebServer(
                        new ConsoleMount(
                                new ConsoleSettings(Presence.of(api), null, EXPORT_BYTES)));
        server.start();
        return server;
    }
}
