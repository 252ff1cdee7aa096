package io.keyledger.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.console.Loopback;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.export.Gauge;
import io.keyledger.console.page.Moment;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an access review tells of how far it is, each time it asks the API for more. */
class ReviewTableTest {

    private final HttpServer api = Loopback.api(0, this::answer);
    private final Gauge gauge = new Gauge();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private volatile boolean exact = true;

    @AfterEach
    void close() {
        api.stop(0);
    }

    @Test
    void itTellsWhichShareOfThoseThatAreCountedIsWritten() throws IOException {
        assertThat(written()).hasSize(6);
        assertThat(told)
                .containsEntry("service-users", "0 rows, " + Gauge.UNKNOWN)
                .containsEntry("service-users further", "2 rows, 0.4")
                .containsEntry("people further", "4 rows, 0.8");
        assertThat(state()).isEqualTo("5 rows, 1.0");
    }

    @Test
    void whereNobodyCountsToTheEndItTellsRowsAlone() throws IOException {
        exact = false;
        assertThat(written()).hasSize(6);
        assertThat(told).containsEntry("people further", "4 rows, " + Gauge.UNKNOWN);
        assertThat(state()).isEqualTo("5 rows, " + Gauge.UNKNOWN);
    }

    private List<String> written() throws IOException {
        KeyledgerClient client =
                KeyledgerClient.of(Loopback.address(api.getAddress().getPort()), "kl_key");
        Reviewed reviewed =
                new Reviewed(
                        client,
                        "acme",
                        new Filter(null, null),
                        Moment.NOW,
                        true,
                        Instant.now(),
                        new Directory(List.of(), List.of(), List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReviewTable(reviewed).write(out, gauge);
        return out.toString(UTF_8).lines().toList();
    }

    private String state() {
        return gauge.rows() + " rows, " + gauge.share();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        try (exchange) {
            if (path.endsWith("/count")) {
                int count = path.contains("/people") ? 2 : 3;
                Loopback.json(exchange, 200, "{\"count\":%d,\"exact\":%s}".formatted(count, exact));
                return;
            }
            String list = path.substring(path.lastIndexOf('/') + 1);
            boolean goesOn = query.contains("cursor=c");
            told.put(list + (goesOn ? " further" : ""), state());
            Loopback.json(exchange, 200, list.equals("people") ? people(goesOn) : users(goesOn));
        }
    }

    private static String users(boolean last) {
        String user =
                """
                {"id":"01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a61","username":"importer","description":"",
                 "status":"enabled"}""";
        return last
                ? "{\"items\":[%s]}".formatted(user)
                : "{\"items\":[%s,%s],\"nextCursor\":\"c\"}".formatted(user, user);
    }

    private static String people(boolean last) {
        return """
               {"items":[{"id":"01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a62","subject":"ada",
                          "status":"enabled","groups":[]}],"nextCursor":%s}
               """
                .formatted(last ? null : "\"c\"");
    }
}
