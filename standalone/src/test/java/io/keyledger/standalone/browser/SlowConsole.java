package io.keyledger.standalone.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.client.Presence;
import io.keyledger.console.ConsoleMount;
import io.keyledger.console.ConsoleSettings;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A console of its own before a node, whose tables wait in the middle until they are let go on. */
final class SlowConsole implements AutoCloseable {

    private static final Set<String> HANDED_ON =
            Set.of("authorization", "content-type", "consistency-token", "idempotency-key");
    private static final int BYTES = 1 << 20;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI node;
    private final HttpServer api;
    private final WebServer console;

    SlowConsole(URI node) throws IOException {
        this.node = node;
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.createContext("/", this::handOn);
        api.start();
        URI slow = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
        console =
                new JettyServletWebServerFactory(0)
                        .getWebServer(
                                new ConsoleMount(
                                        new ConsoleSettings(Presence.of(() -> slow), null, BYTES)));
        console.start();
    }

    String at(String path) {
        return "http://127.0.0.1:" + console.getPort() + "/console" + path;
    }

    void goOn() {
        goOn.countDown();
    }

    @Override
    public void close() {
        goOn();
        console.stop();
        api.stop(0);
        http.close();
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                            .method(
                                    exchange.getRequestMethod(),
                                    BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                                    request.header(name, values.getFirst());
                                }
                            });
            HttpResponse<InputStream> answer =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            answer(exchange, answer);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<InputStream> answer)
            throws IOException, InterruptedException {
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("transfer-encoding") && !name.startsWith(":")) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        byte[] body = answer.body().readAllBytes();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        int half = exchange.getRequestURI().getPath().endsWith(".csv") ? body.length / 2 : 0;
        if (half > 0) {
            out.write(body, 0, half);
            out.flush();
            goOn.await();
        }
        out.write(body, half, body.length - half);
    }
}
