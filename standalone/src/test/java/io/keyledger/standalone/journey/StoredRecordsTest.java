package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What an auditor sees of what is stored: all of it but hashes of secrets and personal values. */
class StoredRecordsTest {

    private static final String WS = "/api/v1/workspaces/acme";
    private static final String REASON = "asked for by the plumber";

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Api api;
    private static String user;
    private static Answer key;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        api = node.administrator();
        api.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        api.post("/api/v1/workspaces", "{\"slug\":\"other\",\"name\":\"Other\"}").mustBe(201);
        user = api.post(WS + "/service-users", "{\"username\":\"u\"}").mustBe(201).text("id");
        key =
                api.send(
                                api.request(WS + "/service-users/" + user + "/keys")
                                        .header("Content-Type", "application/json")
                                        .header("Reason", REASON.replace(" ", "%20"))
                                        .POST(BodyPublishers.ofString("{\"name\":\"k\"}")))
                        .mustBe(201);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void aChangeIsShownAsStoredButForHashesAndPersonalValues() throws Exception {
        JsonNode entry = latest("type=service-user.ApiKeyGenerated");
        Answer answer = record(entry.get("id").asString()).mustBe(200);
        JsonNode record = answer.json();
        String stored =
                Sql.one(
                        database,
                        "SELECT convert_from(payload, 'UTF8') FROM store.domain_event"
                                + " WHERE event_id = '%s'".formatted(entry.get("id").asString()));
        String hmac = new JsonMapper().readTree(stored).at("/secretHash/hmac").asString();
        assertThat(hmac).hasSize(43);
        assertThat(answer.body()).doesNotContain(hmac).doesNotContain(REASON);
        assertThat(record.at("/withheld/0").asString()).isEqualTo("payload.secretHash.hmac");
        assertThat(record.get("payload").toString().replace("\"withheld\"", "\"" + hmac + "\""))
                .isEqualTo(stored);
        assertThat(entry.get("reasonGiven").asString()).isEqualTo(REASON);
        assertThat(record.at("/metadata/reason/ref").asLong()).isPositive();
        assertThat(record.get("leafHash").asString())
                .isEqualTo(
                        Sql.one(
                                database,
                                "SELECT encode(leaf_hash, 'hex') FROM ledger.entry WHERE position = "
                                        + entry.get("position").asLong()));
        assertThat(record.has("decision")).isFalse();
    }

    @Test
    void aUseIsShownWithWhatItWasDecidedOn() {
        Answer check =
                api.post(
                                "/api/v1/checks",
                                "{\"key\":\"%s\",\"permission\":\"a:b\",\"address\":\"192.0.2.7\"}"
                                        .formatted(key.text("key")))
                        .mustBe(200);
        String id = check.text("recordId");
        Answer answer = record(id).mustBe(200);
        JsonNode record = answer.json();
        assertThat(record.get("kind").asString()).isEqualTo("use");
        assertThat(record.at("/payload/permission").asString()).isEqualTo("a:b");
        assertThat(record.at("/payload/reason").asString()).isEqualTo("permission-not-granted");
        assertThat(record.at("/payload/address/ref").asLong()).isPositive();
        assertThat(answer.body()).doesNotContain("192.0.2.7");
        assertThat(record.at("/decision/versions/0/kind").asString()).isEqualTo("service-user");
        assertThat(record.at("/decision/versions/0/id").asString()).isEqualTo(user);
        assertThat(record.at("/decision/versions/0/version").asLong()).isPositive();
        record(id.substring(0, id.lastIndexOf('-')) + "-4000").mustBe(404);
    }

    @Test
    void recordsOfOtherWorkspacesAndOnesThatAreNoneAreNotThere() {
        String id = latest("type=service-user.ApiKeyGenerated").get("id").asString();
        api.get("/api/v1/workspaces/other/audit/" + id + "/record").mustBe(404);
        api.get(WS + "/audit/nonsense/record").mustBe(404);
        api.as(key.text("key")).get(WS + "/audit/" + id + "/record").mustBe(403);
    }

    @Test
    void theHoursWithEntriesAreKnown() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        String path = WS + "/audit/hours?from=%s&to=%s";
        JsonNode hours =
                api.get(path.formatted(hour.minus(Duration.ofHours(3)), hour.plusSeconds(3600)))
                        .mustBe(200)
                        .json();
        assertThat(hours.get("items")).hasSizeBetween(1, 2);
        assertThat(hours.at("/items/0/hasChanges").asBoolean()).isTrue();
        assertThat(hours.at("/items/0/hasUses").asBoolean()).isTrue();
        assertThat(
                        api.get(path.formatted("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"))
                                .mustBe(200)
                                .json()
                                .get("items"))
                .isEmpty();
        for (String bad :
                new String[] {
                    "from=yesterday",
                    "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                    "from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z"
                }) {
            assertThat(api.get(WS + "/audit/hours?" + bad).mustBe(400).text("field"))
                    .isEqualTo("from");
        }
    }

    @Test
    void operatorsAskHowItIsAndOthersDoNot() {
        JsonNode report = api.get("/api/v1/health-report").mustBe(200).json();
        assertThat(report.get("causes")).isEmpty();
        assertThat(report.get("ready").asBoolean()).isTrue();
        assertThat(report.at("/gate/condition").asString()).isEqualTo("good");
        assertThat(report.at("/gate/answered").asLong()).isPositive();
        assertThat(report.get("views")).hasSize(7);
        assertThat(report.at("/ledger/unledgered").asLong()).isZero();
        api.as(key.text("key")).get("/api/v1/health-report").mustBe(403);
    }

    private static JsonNode latest(String filter) {
        return api.get(WS + "/audit?limit=1&" + filter, "Consistency-Token", token())
                .mustBe(200)
                .json()
                .at("/items/0");
    }

    private static Answer record(String id) {
        return api.get(WS + "/audit/" + id + "/record", "Consistency-Token", token());
    }

    /** Of a change after everything else, so that reads see all of that. */
    private static String token() {
        return api.patch(
                        WS + "/service-users/" + user,
                        "{\"description\":\"%d\"}".formatted(System.nanoTime()))
                .mustBe(200)
                .header("Consistency-Token");
    }
}
