package io.keyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.client.api.Checks.Check;
import io.keyledger.client.api.Losses;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.Roles.RoleBody;
import io.keyledger.client.api.Roles.RolePermissions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

class KeyledgerClientTest {

    private static final UUID ID = UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1012");
    private static final String ROLE =
            """
            {"id": "%s", "name": "Reader", "description": "", "permissions": ["catalog:view"],
             "builtIn": false, "version": 0, "createdAt": "2026-11-23T08:00:00Z", "later": 1}
            """
                    .formatted(ID);

    private record Request(String method, String uri, Headers headers, String body) {}

    private record Answer(int status, String body, String... headers) {}

    private final List<Request> requests = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private HttpServer server;
    private KeyledgerClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client =
                KeyledgerClient.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "kl_key");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Answer answer = answers.remove();
            if (answer.status() == 0) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            for (int i = 0; i < answer.headers().length; i += 2) {
                exchange.getResponseHeaders().set(answer.headers()[i], answer.headers()[i + 1]);
            }
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void aWriteShowsTheKeyAndSaysWhy() {
        answers.add(new Answer(201, ROLE));
        RoleBody body = new RoleBody("Reader", null, List.of("catalog:view"));
        Role role = client.because("wegen ä").roles().create("acme", body);
        assertThat(role.id()).isEqualTo(ID);
        Request request = requests.getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/api/v1/workspaces/acme/roles");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer kl_key");
        assertThat(request.headers().getFirst("Reason")).isEqualTo("wegen%20%C3%A4");
        assertThat(request.headers().getFirst("Idempotency-Key")).isNotBlank();
        assertThat(request.body())
                .isEqualTo("{\"name\":\"Reader\",\"permissions\":[\"catalog:view\"]}");
    }

    @Test
    void whatAnEditWouldTakeIsAskedAsARead() {
        answers.add(new Answer(201, ROLE, "Consistency-Token", "t-1"));
        answers.add(
                new Answer(
                        200,
                        """
                        {"serviceUsers": {"count": 1, "exact": true},
                         "people": {"count": 0, "exact": true},
                         "permissions": [{"permission": "a:b", "lost": {"serviceUsers": 1, "people": 0},
                                          "kept": {"serviceUsers": 0, "people": 0}}]}
                        """));
        client.roles().create("acme", new RoleBody("Reader", null, null));
        Losses losses =
                client.because("no change")
                        .roles()
                        .losses("acme", ID, new RolePermissions(List.of()));
        assertThat(losses.permissions().getFirst().lost().serviceUsers()).isEqualTo(1);
        Request request = requests.getLast();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{\"permissions\":[]}");
        assertThat(request.headers().getFirst("Consistency-Token")).isEqualTo("t-1");
        assertThat(request.headers().containsKey("Idempotency-Key")).isFalse();
        assertThat(request.headers().containsKey("Reason")).isFalse();
    }

    @Test
    void aReadPresentsTheTokenOfTheLastWrite() {
        answers.add(new Answer(201, ROLE, "Consistency-Token", "t-1"));
        answers.add(new Answer(200, ROLE));
        client.roles().create("acme", new RoleBody("Reader", null, null));
        client.roles().get("acme", ID);
        assertThat(requests.getLast().headers().getFirst("Consistency-Token")).isEqualTo("t-1");
    }

    @Test
    void aReadOfAMomentAsksForItWhateverElseItAsks() {
        answers.add(new Answer(200, "{\"items\": [], \"nextCursor\": null}"));
        answers.add(new Answer(200, ROLE));
        KeyledgerClient then = client.asOf(Instant.parse("2026-03-03T14:02:11.5Z"));
        then.roles().list("acme", "c 1");
        then.asOf(null).roles().create("acme", new RoleBody("Reader", null, null));
        assertThat(requests)
                .extracting(Request::uri)
                .containsExactly(
                        "/api/v1/workspaces/acme/roles?cursor=c%201&at=2026-03-03T14:02:11.500Z",
                        "/api/v1/workspaces/acme/roles");
    }

    @Test
    void whatWasNotAnsweredIsTriedAgainUnderTheSameKey() {
        answers.add(new Answer(0, ""));
        answers.add(new Answer(503, "{}", "Retry-After", "0"));
        answers.add(new Answer(201, ROLE));
        client.roles().create("acme", new RoleBody("Reader", null, null));
        assertThat(requests)
                .hasSize(3)
                .extracting(request -> request.headers().getFirst("Idempotency-Key"))
                .containsOnly(requests.getFirst().headers().getFirst("Idempotency-Key"));
    }

    @Test
    void aWriteThatKnowsNoSuchKeyIsSentOnce() {
        answers.add(new Answer(503, "{}", "Retry-After", "0"));
        assertThatThrownBy(() -> client.deadLetters().skip("directory", 7))
                .isInstanceOf(KeyledgerProblem.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void aCallerThatWithholdsItsWritesReadsAndSendsNone() {
        answers.add(new Answer(200, ROLE));
        KeyledgerClient withholding = client.withholding().because("none");
        withholding.roles().get("acme", ID);
        assertThatThrownBy(() -> withholding.roles().create("acme", new RoleBody("R", null, null)))
                .isInstanceOfSatisfying(
                        KeyledgerProblem.class,
                        problem -> assertThat(problem.isWithheld()).isTrue());
        assertThat(requests).hasSize(1);
    }

    @Test
    void aWriteSaysWhatItIsBasedOnAndWhy() {
        answers.add(
                new Answer(412, "{\"code\": \"precondition-failed\", \"detail\": \"is newer\"}"));
        assertThatThrownBy(
                        () ->
                                client.onVersion(7)
                                        .because("ticket 7 – später")
                                        .roles()
                                        .edit("acme", ID, new RoleBody("R", null, null)))
                .isInstanceOfSatisfying(
                        KeyledgerProblem.class,
                        problem -> assertThat(problem.detail()).isEqualTo("is newer"));
        Headers sent = requests.getFirst().headers();
        assertThat(sent.getFirst("If-Match")).isEqualTo("\"7\"");
        assertThat(sent.getFirst("Reason")).isEqualTo("ticket%207%20%E2%80%93%20sp%C3%A4ter");
    }

    @Test
    void aCheckIsNoCommand() {
        answers.add(
                new Answer(
                        200,
                        "{\"decision\": \"deny\", \"reason\": \"unknown-key\", \"recordId\": null,"
                                + " \"checkedAt\": \"2026-11-23T08:00:00Z\"}"));
        assertThat(client.checks().check(Check.permission("kl_other", "a:view")).allowed())
                .isFalse();
        assertThat(requests.getFirst().headers()).doesNotContainKey("Idempotency-Key");
    }

    @Test
    void aProblemIsThrownWithItsCodeAndField() {
        answers.add(
                new Answer(
                        400,
                        "{\"code\": \"invalid-field\", \"detail\": \"must be\", \"field\": \"name\"}",
                        "Content-Type",
                        "application/problem+json"));
        assertThatThrownBy(() -> client.roles().create("acme", new RoleBody("", null, null)))
                .isInstanceOfSatisfying(
                        KeyledgerProblem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(400);
                            assertThat(problem.code()).isEqualTo("invalid-field");
                            assertThat(problem.field()).isEqualTo("name");
                        });
    }

    @Test
    void anErrorThatIsNoProblemIsOneStill() {
        answers.add(new Answer(404, "<html>", "Content-Type", "text/html"));
        assertThatThrownBy(() -> client.roles().get("acme", ID))
                .isInstanceOfSatisfying(
                        KeyledgerProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("http-404"));
    }

    @Test
    void allPagesAreFetched() {
        answers.add(new Answer(200, "{\"items\": [" + ROLE + "], \"nextCursor\": \"c 1\"}"));
        answers.add(new Answer(200, "{\"items\": [" + ROLE + "], \"nextCursor\": null}"));
        assertThat(Page.all(cursor -> client.roles().list("acme", cursor))).hasSize(2);
        assertThat(requests)
                .extracting(Request::uri)
                .containsExactly(
                        "/api/v1/workspaces/acme/roles",
                        "/api/v1/workspaces/acme/roles?cursor=c%201");
    }
}
