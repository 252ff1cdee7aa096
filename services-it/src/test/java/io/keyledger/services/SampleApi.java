package io.keyledger.services;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An API behind a gateway, which keeps what reached it. */
final class SampleApi implements AutoCloseable {

    /**
     * A request as it arrived.
     *
     * @param headers names in lower case
     */
    record Arrived(String method, String uri, Map<String, List<String>> headers) {

        List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    private final HttpServer server;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();

    private SampleApi(HttpServer server) {
        this.server = server;
    }

    static SampleApi start() throws IOException {
        SampleApi api =
                new SampleApi(
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        api.server.createContext(
                "/",
                exchange -> {
                    api.arrived.add(
                            new Arrived(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().toString(),
                                    exchange.getRequestHeaders().entrySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            each -> each.getKey().toLowerCase(),
                                                            Map.Entry::getValue))));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        api.server.start();
        return api;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What arrived since this was asked last. */
    List<Arrived> arrived() {
        List<Arrived> all = List.copyOf(arrived);
        arrived.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
