package io.keyledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An API with one workspace, nothing in it, and one administrator, which can fail in many ways. */
public final class StubApi implements AutoCloseable {

    /** How it answers. */
    public enum Mode {
        WELL,
        /** Takes connections and requests, and says nothing. */
        SILENT,
        /** Has lost its database, and says so. */
        UNAVAILABLE,
        /** Answers 503 to whatever is asked, and is ready. */
        BEHIND,
        /** Answers, behind a proxy that says it were not ready. */
        UNREADY,
        /** Answers 401 to whatever is asked. */
        REFUSING,
        /** Is ready, and answers the next request after more than two seconds. */
        SLOW
    }

    private static final String READY = "/health/ready";
    private static final long SLOW_MILLIS = 2_500;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final int port;
    private HttpServer server;
    private volatile Mode mode = Mode.WELL;
    private volatile CountDownLatch silence = new CountDownLatch(1);
    private volatile String caller = "ada";

    public StubApi() {
        server = Loopback.api(0, this::answer);
        port = server.getAddress().getPort();
    }

    public URI address() {
        return Loopback.address(port);
    }

    public void is(Mode now) {
        silence.countDown();
        silence = new CountDownLatch(1);
        mode = now;
    }

    /** Whoever shows a key is that one from now on. */
    public void knowsEverybodyAs(String name) {
        caller = name;
    }

    /** What was asked since this was asked last, but for whether it is ready. */
    public List<String> asked() {
        List<String> all = asked.stream().filter(each -> !each.endsWith(READY)).toList();
        asked.clear();
        return all;
    }

    /** Nobody listens any more. */
    public void stop() {
        silence.countDown();
        server.stop(0);
    }

    public void startAgain() {
        server = Loopback.api(port, this::answer);
    }

    @Override
    public void close() {
        stop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            boolean ready = path.equals(READY);
            switch (mode) {
                case WELL -> send(exchange, 200, body(path));
                case SILENT -> silence.await();
                case UNAVAILABLE -> send(exchange, 503, "{\"causes\":[\"database-unavailable\"]}");
                case UNREADY -> send(exchange, ready ? 503 : 200, ready ? "" : body(path));
                case BEHIND -> send(exchange, ready ? 200 : 503, "{\"code\":\"view-behind\"}");
                case REFUSING -> send(exchange, 401, "{\"code\":\"key-disabled\"}");
                case SLOW -> {
                    if (!ready) {
                        mode = Mode.WELL;
                        Thread.sleep(SLOW_MILLIS);
                    }
                    send(exchange, 200, body(path));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(String path) {
        if (path.equals("/api/v1/caller")) {
            return """
            {"workspace": "system", "permissions": ["*:*"], "keyId": "k",
             "serviceUser": {"id": "%s", "name": "%s"},
             "memberships": [{"workspace": "system", "permissions": ["*:*"]}]}
            """
                    .formatted(UUID.nameUUIDFromBytes(caller.getBytes(UTF_8)), caller);
        }
        if (path.equals("/api/v1/workspaces")) {
            return """
            {"items": [{"slug": "acme", "name": "Acme", "version": 0,
                        "createdAt": "2026-11-23T08:00:00Z"}]}
            """;
        }
        return path.endsWith(":count") || path.endsWith("/count")
                ? "{\"count\": 0, \"exact\": true}"
                : "{\"items\": []}";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        Loopback.json(exchange, status, text);
    }
}
