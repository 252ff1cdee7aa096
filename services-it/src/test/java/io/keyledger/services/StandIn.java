package io.keyledger.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/** Where nginx is not installed: as much of it as the tests need, by the rules of its own file. */
final class StandIn implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "connection",
                    "content-length",
                    "host",
                    "x-forwarded-for",
                    "forwarded",
                    "upgrade");

    private final ProxyRules rules;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private StandIn(ProxyRules rules, HttpServer server) {
        this.rules = rules;
        this.server = server;
    }

    static StandIn start(String configuration, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        StandIn proxy = new StandIn(ProxyRules.of(configuration), HttpServer.create(address, 0));
        proxy.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        proxy.server.createContext("/", proxy::answer);
        proxy.server.start();
        return proxy;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.equals("/health/ready")) {
                int query = send(exchange, "query", new byte[0]).statusCode();
                int command = send(exchange, "command", new byte[0]).statusCode();
                exchange.sendResponseHeaders(Math.max(query, command), -1);
            } else {
                String side = rules.sideOf(exchange.getRequestMethod(), path);
                byte[] body = exchange.getRequestBody().readAllBytes();
                pass(send(exchange, side, body), exchange);
            }
        } catch (IOException _) {
            exchange.sendResponseHeaders(502, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, String side, byte[] body)
            throws IOException, InterruptedException {
        List<String> nodes = rules.nodesOf(side);
        try {
            return client.send(request(exchange, nodes.get(0), body), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (!ProxyRules.mayBeRepeated(side, exchange.getRequestMethod(), e)) {
                throw e;
            }
            return client.send(request(exchange, nodes.get(1), body), BodyHandlers.ofByteArray());
        }
    }

    private static HttpRequest request(HttpExchange exchange, String node, byte[] body) {
        URI uri = URI.create("http://" + node + exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        request.header(
                "X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
        return request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                .build();
    }

    private static void pass(HttpResponse<byte[]> answer, HttpExchange exchange)
            throws IOException {
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("transfer-encoding")
                                    && !name.equals("content-length")) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
