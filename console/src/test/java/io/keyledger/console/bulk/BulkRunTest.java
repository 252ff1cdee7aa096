package io.keyledger.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.console.bulk.BulkRun.Outcome;
import io.keyledger.console.page.Unreadable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

class BulkRunTest {

    private static final UUID GROUP = new UUID(0, 9);

    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void refusingOneLeavesTheOthersAndEachIsOnItsVersion() {
        answers.addAll(List.of(200, 412, 409, 200));
        List<Outcome> outcomes = run(4);
        assertThat(outcomes).extracting(Outcome::done).containsExactly(true, false, false, true);
        assertThat(outcomes.get(1).text()).contains("somebody has changed it");
        assertThat(outcomes.get(2).text()).isEqualTo("it is refused");
        assertThat(asked)
                .containsExactly(
                        "PUT " + path(1) + " \"11\"",
                        "PUT " + path(2) + " \"12\"",
                        "PUT " + path(3) + " \"13\"",
                        "PUT " + path(4) + " \"14\"");
        assertThat(outcomes.getFirst().chosen()).isEqualTo(new UUID(0, 1) + ":11");
    }

    @Test
    void whoeverIsNotAnsweredIsNotAskedOn() {
        answers.addAll(List.of(200, 503, 503, 503));
        List<Outcome> outcomes = run(4);
        assertThat(outcomes).extracting(Outcome::done).containsExactly(true, false, false, false);
        assertThat(outcomes.get(1).text()).startsWith("not answered");
        assertThat(outcomes.get(2).text()).startsWith("not tried");
        assertThat(outcomes.get(3).text()).startsWith("not tried");
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        String good = new UUID(0, 1) + ":1";
        assertThat(Chosen.of(List.of(good, good))).hasSize(1);
        for (List<String> bad :
                List.of(
                        List.<String>of(),
                        List.of("1:1"),
                        List.of(good + "x"),
                        List.of("-".repeat(36) + ":1"),
                        tooMany())) {
            assertThatThrownBy(() -> Chosen.of(bad)).isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> BulkStep.of("delete", null)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> BulkStep.of("add-to-group", null)).isInstanceOf(Unreadable.class);
    }

    private static List<String> tooMany() {
        List<String> many = new ArrayList<>(Collections.nCopies(51, ""));
        many.replaceAll(_ -> UUID.randomUUID() + ":1");
        return many;
    }

    private List<Outcome> run(int users) {
        List<Chosen> all = new ArrayList<>();
        for (int i = 1; i <= users; i++) {
            all.add(new Chosen(new UUID(0, i), 10 + i));
        }
        KeyledgerClient client =
                KeyledgerClient.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "kl_key");
        BulkStep step = BulkStep.of("add-to-group", GROUP);
        return new BulkRun(client, (on, id) -> step.take(on.serviceUsers(), "acme", id))
                .on(all, Map.of());
    }

    private static String path(int user) {
        return "/api/v1/workspaces/acme/service-users/" + new UUID(0, user) + "/groups/" + GROUP;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    "%s %s %s"
                            .formatted(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI(),
                                    exchange.getRequestHeaders().getFirst("If-Match")));
            byte[] body = "{\"code\": \"x\", \"detail\": \"it is refused\"}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(answers.remove(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
