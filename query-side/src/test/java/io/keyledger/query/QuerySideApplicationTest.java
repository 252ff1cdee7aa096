package io.keyledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.testing.Caller;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.query.testing.StreamHistory;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.record.ConsistencyToken;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The whole node over HTTP: loops, gate, replays and dead letters. */
@Timeout(120)
class QuerySideApplicationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir static Path peppers;

    private static ScratchDatabase database;
    private static Store store;
    private static String operator;
    private static String viewer;
    private static ConfigurableApplicationContext node;

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        store = new Store(database);
        StreamHistory.in(database);
        operator = Caller.in(database, peppers, "system", "replay:operate");
        viewer = Caller.in(database, peppers, "acme", "roles:view");
        node =
                new SpringApplicationBuilder(TestNode.class)
                        .properties(
                                "server.port=0",
                                "spring.threads.virtual.enabled=true",
                                "spring.main.banner-mode=off",
                                "keyledger.pepper.directory=" + peppers,
                                "keyledger.datasource.query.url=" + database.url(),
                                "keyledger.datasource.query.username=keyledger_query",
                                "keyledger.datasource.query.password="
                                        + database.password("keyledger_query"))
                        .run();
    }

    @AfterAll
    static void stop() {
        long begin = System.nanoTime();
        node.close();
        assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({QuerySideApplication.class, Rows.class})
    static class TestNode {
        @Bean
        Projection streamHistory() {
            return new StreamHistory();
        }
    }

    @RestController
    static class Rows {
        private final JdbcClient jdbc = JdbcClient.create(database.query());

        @GetMapping("/api/v1/rows")
        @Requires(value = "roles:view", in = Scope.OWN)
        @ReadsView(StreamHistory.VIEW)
        long rows() {
            return jdbc.sql("SELECT count(*) FROM views.stream_history_v1 WHERE stream = 'read'")
                    .query(Long.class)
                    .single();
        }
    }

    @Test
    void aReadWithATokenSeesTheWrite() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("read", i, "name");
            HttpResponse<String> answer =
                    send(request("/api/v1/rows", viewer).header("Consistency-Token", token(i)));
            assertThat(answer.body()).isEqualTo(String.valueOf(i + 1));
        }
        HttpResponse<String> nonsense =
                send(request("/api/v1/rows", viewer).header("Consistency-Token", "x"));
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(json(nonsense).get("field").asString()).isEqualTo("Consistency-Token");
    }

    @Test
    void aReplayIsStartedAndFollowed() throws Exception {
        write("replayed", 0, "name");
        HttpResponse<String> started = post("/api/v1/replays", operator, "{\"view\":\"all\"}");
        assertThat(started.statusCode()).isEqualTo(202);
        String location = started.headers().firstValue("Location").orElseThrow();
        JsonNode replay = json(send(request(location, operator)));
        while (replay.get("state").asString().equals("running")) {
            Thread.sleep(20);
            replay = json(send(request(location, operator)));
        }
        assertThat(replay.get("state").asString()).isEqualTo("completed");
        assertThat(replay.get("identical").asBoolean()).isTrue();
        assertThat(replay.get("digestAfter").asString()).matches("[0-9a-f]{64}");
        assertThat(replay.get("views").get(0).get("phase").asString()).isEqualTo("done");
        JsonNode list = json(send(request("/api/v1/replays?limit=1", operator)));
        assertThat(list.get("items").get(0).get("id")).isEqualTo(replay.get("id"));
        assertThat(post(location + ":cancel", operator, "").statusCode()).isEqualTo(200);
        assertThat(json(send(request(location, operator))).get("state").asString())
                .isEqualTo("completed");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() throws Exception {
        assertField(post("/api/v1/replays", operator, "{\"view\":\"nonsense\"}"), "view");
        assertField(post("/api/v1/replays", operator, "{}"), "view");
        assertField(send(request("/api/v1/replays?limit=0", operator)), "limit");
        assertField(send(request("/api/v1/replays?cursor=x", operator)), "cursor");
        assertField(send(request("/api/v1/dead-letters?limit=501", operator)), "limit");
        assertField(send(request("/api/v1/dead-letters?cursor=x", operator)), "cursor");
        assertField(send(request("/api/v1/dead-letters?vew=directory", operator)), "vew");
        assertField(send(request("/api/v1/replays?state=running", operator)), "state");
        assertCode(401, "unauthenticated", send(request("/api/v1/replays?state=x", "nobody")));
        assertCode(404, "unknown-replay", send(request("/api/v1/replays/x", operator)));
        assertCode(
                404,
                "unknown-dead-letter",
                post("/api/v1/dead-letters/stream-history/99999:retry", operator, ""));
    }

    @Test
    void onlyOperatorsMayReplay() throws Exception {
        assertCode(403, "permission-denied", post("/api/v1/replays", viewer, "{\"view\":\"all\"}"));
        assertCode(403, "permission-denied", send(request("/api/v1/dead-letters", viewer)));
    }

    @Test
    void aParkedStreamIsListedAndSkipped() throws Exception {
        write("bad", 0, "poison");
        write("bad", 1, "behind");
        JsonNode items = parked();
        while (items.size() < 2) {
            Thread.sleep(10);
            items = parked();
        }
        assertThat(items.get(0).get("cause").asString()).startsWith("IllegalStateException");
        String path = "/api/v1/dead-letters/stream-history/" + items.get(0).get("position");
        assertThat(json(post(path + ":retry", operator, "")).get("applied").asInt()).isZero();
        JsonNode skipped = json(post(path + ":skip", operator, ""));
        assertThat(skipped.get("applied").asInt()).isOne();
        assertThat(skipped.get("failedAt").isNull()).isTrue();
        assertThat(parked()).isEmpty();
    }

    @Test
    void theNodeOutlivesTheLossOfAllItsConnections() throws Exception {
        QueryNode.killAll(database);
        write("survivor", 0, "name");
        long begin = System.nanoTime();
        while (JdbcClient.create(database.query())
                .sql("SELECT FROM views.stream_history_v1 WHERE stream = 'survivor'")
                .query()
                .listOfRows()
                .isEmpty()) {
            assertThat(System.nanoTime() - begin).isLessThan(30_000_000_000L);
            Thread.sleep(20);
        }
    }

    @Test
    void lagsAndParkedStreamsAreMetricsAndTheNodeIsReady() throws Exception {
        write("unwell", 0, "poison");
        String parked = "keyledger_view_parked_streams{view=\"stream-history\"} ";
        List<String> settled =
                List.of(
                        "keyledger_ledger_pending 0.0",
                        "keyledger_ledger_lag_seconds 0.0",
                        "keyledger_ledger_unledgered 0.0",
                        "keyledger_view_lag_positions{view=\"audit-trail\"} 0.0",
                        "keyledger_view_lag_seconds{view=\"audit-trail\"} 0.0");
        String metrics = metrics();
        long begin = System.nanoTime();
        while (metrics.contains(parked + "0.0") || !settled.stream().allMatch(metrics::contains)) {
            assertThat(System.nanoTime() - begin).as(metrics).isLessThan(30_000_000_000L);
            Thread.sleep(200);
            metrics = metrics();
        }
        assertThat(metrics)
                .contains(parked)
                .contains("hikaricp_connections_active{pool=\"query\"}")
                .doesNotContain("unwell");
        assertThat(send(request("/health/ready", viewer)).body()).contains("\"status\":\"UP\"");
    }

    private static String metrics() throws Exception {
        return send(request("/metrics", viewer)).body();
    }

    private static JsonNode parked() throws Exception {
        return json(send(request("/api/v1/dead-letters?view=stream-history", operator)))
                .get("items");
    }

    private static void write(String stream, long sequence, String name) {
        store.event("acme", stream, sequence, new RoleDeleted(UUID.randomUUID(), name, List.of()));
    }

    private static String token(long sequence) {
        JdbcClient jdbc = JdbcClient.create(database.query());
        return new ConsistencyToken(
                        jdbc.sql("SELECT store_id FROM store.identity").query(UUID.class).single(),
                        jdbc.sql("SELECT timeline_id FROM pg_control_checkpoint()")
                                .query(Long.class)
                                .single(),
                        "read",
                        sequence)
                .toString();
    }

    private static void assertField(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("field").asString()).isEqualTo(field);
    }

    private static void assertCode(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    private static HttpResponse<String> post(String path, String key, String body)
            throws Exception {
        return send(
                request(path, key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String key) {
        int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
