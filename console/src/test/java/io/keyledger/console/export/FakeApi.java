package io.keyledger.console.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.console.Loopback;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An API whose trail comes as slowly, and breaks off, as a test likes. */
final class FakeApi implements AutoCloseable {

    static final String HEADING = "kind,id,occurred,ledgered,position,workspace\r\n";
    static final String FIRST = "use,1,t,t,75,acme\r\n";
    static final String REST = "use,2,t,t,1,acme\r\ncomplete,2,t\r\n";

    static final String ADA = "00000000-0000-0000-0000-000000000007";

    /** What becomes of a table after its first row. */
    enum End {
        AT_ONCE,
        ONCE_LET,
        /** It takes the request, and does not even begin to answer. */
        SILENT,
        CUT_OFF,
        REFUSED
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch let = new CountDownLatch(1);
    volatile End end = End.AT_ONCE;
    volatile String permission = "audit:view";
    volatile boolean keyIsGood = true;

    private final HttpServer server = Loopback.api(0, this::answer);

    URI address() {
        return Loopback.address(server.getAddress().getPort());
    }

    /** How often the trail was read, which is how often that is on record. */
    long reads() {
        return asked.stream().filter(path -> path.contains("/audit")).count();
    }

    @Override
    public void close() {
        let.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        try (exchange) {
            if (!keyIsGood) {
                Loopback.json(exchange, 401, "{\"code\":\"unauthorized\",\"detail\":\"no\"}");
            } else if (path.contains("audit.csv")) {
                table(exchange);
            } else if (path.endsWith("/caller")) {
                Loopback.json(exchange, 200, caller());
            } else if (path.endsWith("/workspaces")) {
                Loopback.json(
                        exchange,
                        200,
                        "{\"items\":[{\"slug\":\"acme\",\"name\":\"Acme\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}");
            } else {
                Loopback.json(exchange, 404, "{\"code\":\"not-found\",\"detail\":\"no\"}");
            }
        }
    }

    private String caller() {
        return """
               {"workspace":"acme","permissions":[],
                "serviceUser":{"id":"%s","name":"ada"},
                "memberships":[{"workspace":"acme","permissions":["%s"]}]}
               """
                .formatted(ADA, permission);
    }

    private void table(HttpExchange exchange) throws IOException {
        if (end == End.REFUSED) {
            Loopback.json(exchange, 403, "{\"code\":\"permission-denied\",\"detail\":\"no\"}");
            return;
        }
        if (end == End.SILENT) {
            await();
        }
        exchange.getResponseHeaders().set("Ledger-Positions", "1-100");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write((HEADING + FIRST).getBytes(UTF_8));
        out.flush();
        if (end == End.CUT_OFF) {
            return;
        }
        if (end == End.ONCE_LET) {
            await();
        }
        out.write(REST.getBytes(UTF_8));
    }

    private void await() throws IOException {
        try {
            let.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
