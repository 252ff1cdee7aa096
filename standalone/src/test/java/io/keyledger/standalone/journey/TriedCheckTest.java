package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A trial tells what a check would be answered, and is none. */
class TriedCheckTest {

    private static final String WS = "/api/v1/workspaces/acme";
    private static final String A_MONDAY = "2026-11-30T12:00:00Z";
    private static final String A_SUNDAY = "2026-11-29T12:00:00Z";

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Api api;
    private static @Nullable Tuner someTuner;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        api = node.administrator();
        api.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        api.post("/api/v1/workspaces", "{\"slug\":\"other\",\"name\":\"Other\"}").mustBe(201);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    /** A service user who may tune pianos, under an enabled policy with those guards. */
    private record Tuner(String id, String policy, String keyId, String key) {

        static Tuner under(String guards) {
            String role = made("/roles", "{\"name\":\"%s\",\"permissions\":[\"pianos.*:tune\"]}");
            String policy =
                    made(
                            "/policies",
                            "{\"name\":\"%s\",\"state\":\"enabled\",\"guards\":" + guards + "}");
            String user =
                    made(
                            "/service-users",
                            "{\"username\":\"%s\",\"roles\":[\""
                                    + role
                                    + "\"],\"policies\":[\""
                                    + policy
                                    + "\"]}");
            Answer key =
                    api.post(WS + "/service-users/" + user + "/keys", "{\"name\":\"k\"}")
                            .mustBe(201);
            return new Tuner(user, policy, key.text("keyId"), key.text("key"));
        }

        private static String made(String path, String json) {
            return api.post(WS + path, json.formatted("n" + UUID.randomUUID()))
                    .mustBe(201)
                    .text("id");
        }

        JsonNode tries(String question) {
            return api.get(path(question)).mustBe(200).json();
        }

        String path(String question) {
            return WS + "/service-users/" + id + "/trial?" + question;
        }

        JsonNode checked(String permission, String address) {
            return api.post(
                            "/api/v1/checks",
                            "{\"key\":\"%s\",\"permission\":\"%s\"%s}"
                                    .formatted(
                                            key,
                                            permission,
                                            address.isEmpty()
                                                    ? ""
                                                    : ",\"address\":\"" + address + "\""))
                    .mustBe(200)
                    .json();
        }
    }

    @Test
    void everyConditionIsLookedAtWhateverTheOthersSay() {
        Tuner tuner =
                Tuner.under(
                        """
                        {"networks":["192.0.2.0/24"],"notAfter":"2026-12-31T00:00:00Z","maxKeyAgeDays":3650,
                         "weekly":[{"days":["monday"],"from":"08:00","to":"18:00","zone":"UTC"}],
                         "rateLimit":{"uses":100,"perSeconds":3600}}""");
        JsonNode good =
                tuner.tries("permission=pianos.grand:tune&address=192.0.2.7&time=" + A_MONDAY);
        assertThat(good.get("decision").asString()).isEqualTo("allow");
        assertThat(good.get("complete").asBoolean()).isFalse();
        assertThat(steps(good))
                .containsExactly(
                        "key holds",
                        "service-user holds",
                        "network holds",
                        "validity holds",
                        "key-age holds",
                        "weekly-window holds",
                        "permission holds",
                        "rate-limit not-evaluated");
        JsonNode bad =
                tuner.tries("permission=pianos.grand:play&address=198.51.100.7&time=" + A_SUNDAY);
        assertThat(bad.get("reason").asString()).isEqualTo("network-not-allowed");
        assertThat(bad.at("/policy/id").asString()).isEqualTo(tuner.policy());
        assertThat(steps(bad))
                .contains("network fails", "validity holds", "weekly-window fails")
                .contains("permission fails");
        JsonNode later =
                tuner.tries(
                        "permission=pianos.grand:tune&address=192.0.2.7&time=2038-01-04T12:00:00Z");
        assertThat(later.get("reason").asString()).isEqualTo("outside-validity");
        assertThat(steps(later)).contains("key-age fails", "weekly-window holds");
    }

    @ParameterizedTest
    @CsvSource({
        "pianos.grand:tune, 192.0.2.7, allow",
        "pianos.grand:tune, 198.51.100.7, network-not-allowed",
        "pianos.grand:tune, '', network-not-allowed",
        "pianos.grand:play, 192.0.2.7, permission-not-granted",
        "pianos.grand:play, 198.51.100.7, network-not-allowed"
    })
    void itAnswersWhatACheckAnswersOnTheSameVersions(
            String permission, String address, String expected) {
        Tuner tuner = Tuner.under("{\"networks\":[\"192.0.2.0/24\"]}");
        JsonNode check = tuner.checked(permission, address);
        JsonNode trial =
                tuner.tries(
                        "permission="
                                + permission
                                + (address.isEmpty() ? "" : "&address=" + address));
        assertThat(said(trial)).isEqualTo(said(check)).isEqualTo(expected);
        JsonNode record =
                api.get(
                                WS + "/audit/" + check.get("recordId").asString() + "/record",
                                "Consistency-Token",
                                tokenOfNow())
                        .mustBe(200)
                        .json();
        assertThat(trial.get("versions")).isEqualTo(record.at("/decision/versions"));
    }

    @Test
    void aTrialIsNoUseAndLeasesNothing() {
        Tuner tuner = Tuner.under("{\"rateLimit\":{\"uses\":40,\"perSeconds\":86400}}");
        for (int i = 0; i < 50; i++) {
            JsonNode trial = tuner.tries("permission=pianos.grand:tune");
            assertThat(trial.get("decision").asString()).isEqualTo("allow");
            assertThat(rate(trial).at("/rate/leased").asLong()).isZero();
        }
        assertThat(leased(tuner)).isEqualTo("0");
        JsonNode keys =
                api.get(
                                WS + "/service-users/" + tuner.id() + "/keys",
                                "Consistency-Token",
                                tokenOfNow())
                        .json();
        assertThat(keys.at("/items/0/allowed").asLong()).isZero();

        tuner.checked("pianos.grand:tune", "");
        JsonNode some = rate(tuner.tries("permission=pianos.grand:tune"));
        assertThat(some.get("outcome").asString()).isEqualTo("holds");
        assertThat(some.at("/rate/leased").asString()).isEqualTo(leased(tuner));
        assertThat(some.at("/rate/uses").asLong()).isEqualTo(40);
        while (Long.parseLong(leased(tuner)) < 40) {
            tuner.checked("pianos.grand:tune", "");
        }
        JsonNode all = tuner.tries("permission=pianos.grand:tune");
        assertThat(rate(all).get("outcome").asString()).isEqualTo("not-evaluated");
        assertThat(all.get("complete").asBoolean()).isFalse();
    }

    @Test
    void aPolicyThatIsMonitoredRefusesNothing() {
        Tuner tuner = Tuner.under("{\"networks\":[\"192.0.2.0/24\"]}");
        api.post(WS + "/policies/" + tuner.policy() + ":monitor", "").mustBe(200);
        JsonNode trial = tuner.tries("permission=pianos.grand:tune&address=198.51.100.7");
        assertThat(trial.get("decision").asString()).isEqualTo("allow");
        JsonNode guard = step(trial, "network");
        assertThat(guard.get("outcome").asString()).isEqualTo("fails");
        assertThat(guard.get("monitored").asBoolean()).isTrue();
    }

    @Test
    void whatIsDisabledOrMissingIsSaidAndTheRestAllTheSame() {
        Tuner tuner = Tuner.under("{\"maxKeyAgeDays\":30}");
        String user = WS + "/service-users/" + tuner.id();
        api.post(user + "/keys/" + tuner.keyId() + ":disable", "").mustBe(200);
        JsonNode disabled =
                api.get(
                                tuner.path("permission=pianos.grand:tune"),
                                "Consistency-Token",
                                tokenOfNow())
                        .mustBe(200)
                        .json();
        assertThat(disabled.get("reason").asString()).isEqualTo("key-disabled");
        assertThat(steps(disabled)).contains("key fails", "permission holds");
        assertThat(step(disabled, "permission").at("/why/0/role/name").asString()).startsWith("n");
        api.post(user + ":disable", "").mustBe(200);
        api.delete(user + "/keys/" + tuner.keyId()).mustBe(204);
        JsonNode keyless = tuner.tries("permission=pianos.grand:tune");
        assertThat(keyless.get("reason").asString()).isEqualTo("no-key");
        assertThat(keyless.has("keyId")).isFalse();
        assertThat(steps(keyless))
                .contains("key fails", "service-user fails", "key-age not-evaluated")
                .contains("permission holds");
    }

    @Test
    void aRouteAndAResourceAreFoundAsByACheck() {
        Tuner tuner = Tuner.under("{}");
        String catalogue = api.post(WS + "/apis", "{\"name\":\"pianos\"}").mustBe(201).text("id");
        api.post(
                        WS + "/routes",
                        "{\"api\":\"%s\",\"method\":\"GET\",\"path\":\"/v1/pianos/{id}\",\"permission\":\"pianos.grand:tune\"}"
                                .formatted(catalogue))
                .mustBe(201);
        JsonNode found = tuner.tries("method=GET&path=/v1/pianos/7");
        assertThat(found.get("decision").asString()).isEqualTo("allow");
        assertThat(step(found, "route").at("/route/api").asString()).isEqualTo("pianos");
        JsonNode lost = tuner.tries("method=GET&path=/v2/pianos&api=pianos");
        assertThat(lost.get("reason").asString()).isEqualTo("no-route");
        assertThat(steps(lost)).contains("route fails");

        String role = Tuner.made("/roles", "{\"name\":\"%s\",\"permissions\":[\"organs:tune\"]}");
        api.patch(
                        WS + "/policies/" + tuner.policy(),
                        "{\"grants\":[{\"role\":\"%s\",\"resources\":{\"match\":\"all\",\"conditions\":[{\"attribute\":\"region\",\"operator\":\"=\",\"values\":[\"eu\"]}]}}]}"
                                .formatted(role))
                .mustBe(200);
        assertThat(tuner.tries("permission=organs:tune").get("reason").asString())
                .isEqualTo("resource-not-granted");
        String resource = encoded("{\"attributes\":{\"region\":\"eu\"}}");
        JsonNode there = tuner.tries("permission=organs:tune&resource=" + resource);
        assertThat(there.get("decision").asString()).isEqualTo("allow");
        assertThat(step(there, "permission").at("/why/0/policy/id").asString())
                .isEqualTo(tuner.policy());
    }

    @ParameterizedTest
    @CsvSource({
        "'', permission",
        "permission=nonsense, permission",
        "permission=a:b&method=GET&path=/, permission",
        "method=GET, path",
        "path=/v1, method",
        "method=GET&path=/v1&api=a&host=b, host",
        "permission=a:b&address=nowhere, address",
        "permission=a:b&time=noon, time",
        "permission=a:b&resource=%7B, resource",
        "permission=a:b&resource=%7B%22attributes%22%3A%7B%22id%22%3A%221%22%7D%7D, resource",
        "permission=a:b&resource=%7B%22attributes%22%3A%7B%22a%22%3Anull%7D%7D, resource",
        "permission=a:b&resource=null, resource",
        "permission=a:b&at=2026-11-23T00:00:00Z, at"
    })
    void whatCannotBeTriedIsRefusedByName(String question, String field) {
        Tuner tuner = Tuner.under("{}");
        Answer answer = api.get(tuner.path(question)).mustBe(400);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    static Stream<String> resources() {
        StringBuilder many = new StringBuilder("\"a0\":\"x\"");
        for (int i = 1; i <= 16; i++) {
            many.append(",\"a%d\":\"x\"".formatted(i));
        }
        return Stream.of(
                "{}",
                "{\"type\":\"asset\",\"id\":\"7\",\"attributes\":{\"region\":\"eu\"}}",
                "{\"type\":\"%s\"}".formatted("t".repeat(64)),
                "{\"type\":\"%s\"}".formatted("t".repeat(65)),
                "{\"id\":\"%s\"}".formatted("i".repeat(256)),
                "{\"id\":\"%s\"}".formatted("i".repeat(257)),
                "{\"type\":\"\"}",
                "{\"id\":\"a\\u0000b\"}",
                "{\"attributes\":{%s}}".formatted(many.substring(0, many.lastIndexOf(","))),
                "{\"attributes\":{%s}}".formatted(many),
                "{\"attributes\":{\"a\":\"%s\"}}".formatted("v".repeat(256)),
                "{\"attributes\":{\"a\":\"%s\"}}".formatted("v".repeat(257)),
                "{\"attributes\":{\"a\":\"\"}}",
                "{\"attributes\":{\"a\":null}}",
                "{\"attributes\":{\"a\":7}}",
                "{\"attributes\":{\"1a\":\"x\"}}",
                "{\"attributes\":{\"a b\":\"x\"}}",
                "{\"attributes\":{\"%s\":\"x\"}}".formatted("a".repeat(65)),
                "{\"attributes\":{\"id\":\"x\"}}",
                "{\"attributes\":[]}",
                "{\"unknown\":\"x\"}");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourceIsTakenExactlyWhereACheckTakesIt(String resource) {
        Answer check =
                api.post(
                        "/api/v1/checks",
                        "{\"key\":\"kl_nobody\",\"permission\":\"a:b\",\"resource\":%s}"
                                .formatted(resource));
        Answer trial =
                api.get(resourceTuner().path("permission=a:b&resource=" + encoded(resource)));
        assertThat(check.status()).isIn(200, 400);
        assertThat(trial.status()).as(trial.body()).isEqualTo(check.status());
        if (trial.status() == 400) {
            assertThat(trial.text("field")).isEqualTo("resource");
        }
        if (check.text("detail").startsWith("resource")) {
            assertThat(trial.text("detail")).isEqualTo(check.text("detail"));
        }
    }

    @Test
    void theSecretBeforeTheNewestIsTriedWhileItOverlaps() {
        Tuner tuner = Tuner.under("{\"maxKeyAgeDays\":30}");
        String old = "permission=pianos.grand:tune&secret=overlapping";
        JsonNode none = tuner.tries(old);
        assertThat(none.get("reason").asString()).isEqualTo("wrong-secret");
        assertThat(steps(none)).contains("key fails", "permission holds");
        Sql.one(
                database,
                "UPDATE access.api_key SET secret_changed_at = secret_changed_at - interval '40 days'"
                        + " WHERE id = '%s' RETURNING id".formatted(tuner.keyId()));
        String key = WS + "/service-users/" + tuner.id() + "/keys/" + tuner.keyId();
        api.post(key + ":regenerate", "{\"overlapSeconds\":3600}").mustBe(200);
        assertThat(said(tuner.checked("pianos.grand:tune", ""))).isEqualTo("key-too-old");
        JsonNode overlapping = tuner.tries(old);
        assertThat(overlapping.get("reason").asString()).isEqualTo("key-too-old");
        assertThat(steps(overlapping)).contains("key holds", "key-age fails");
        assertThat(step(overlapping, "key").get("note").asString()).contains("secret before");
        assertThat(tuner.tries("permission=pianos.grand:tune").get("decision").asString())
                .isEqualTo("allow");
        String later = "&time=" + Instant.now().plusSeconds(3700);
        assertThat(tuner.tries(old + later).get("reason").asString()).isEqualTo("wrong-secret");
        api.get(tuner.path("permission=a:b&secret=older")).mustBe(400);
    }

    private static Tuner resourceTuner() {
        if (someTuner == null) {
            someTuner = Tuner.under("{}");
        }
        return someTuner;
    }

    @Test
    void nobodyElsesUserOrKeyIsTried() {
        Tuner tuner = Tuner.under("{}");
        Tuner another = Tuner.under("{}");
        api.get(tuner.path("permission=a:b&key=" + another.keyId())).mustBe(404);
        api.get(tuner.path("permission=a:b").replace("/acme/", "/other/")).mustBe(404);
        api.get(WS + "/service-users/nobody/trial?permission=a:b").mustBe(404);
        api.as(tuner.key()).get(tuner.path("permission=a:b")).mustBe(403);
    }

    /** So that a read sees all uses up to now, which come in the ledger's order. */
    private static String tokenOfNow() {
        return api.post(
                        WS + "/roles",
                        "{\"name\":\"t%s\",\"permissions\":[]}".formatted(UUID.randomUUID()))
                .mustBe(201)
                .header("Consistency-Token");
    }

    private static String leased(Tuner tuner) {
        return Sql.one(
                database,
                "SELECT coalesce(sum(leased), 0) FROM access.rate_quota WHERE policy_id = '%s'"
                        .formatted(tuner.policy()));
    }

    private static String said(JsonNode answer) {
        JsonNode reason = answer.get("reason");
        return reason == null || reason.isNull()
                ? answer.get("decision").asString()
                : reason.asString();
    }

    private static JsonNode rate(JsonNode trial) {
        return step(trial, "rate-limit");
    }

    private static JsonNode step(JsonNode trial, String name) {
        for (JsonNode step : trial.get("steps")) {
            if (step.get("step").asString().equals(name)) {
                return step;
            }
        }
        throw new AssertionError(name + " is no step of " + trial);
    }

    private static List<String> steps(JsonNode trial) {
        List<String> steps = new ArrayList<>();
        trial.get("steps")
                .forEach(
                        step ->
                                steps.add(
                                        step.get("step").asString()
                                                + " "
                                                + step.get("outcome").asString()));
        return steps;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
