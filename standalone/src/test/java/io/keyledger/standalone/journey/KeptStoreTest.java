package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Verdict;
import io.keyledger.shared.proof.VerifierKey;
import io.keyledger.shared.record.Sha256;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The first landed version left a store behind, in {@code stores/first}: this version takes it
 * over. The keys and the pepper there were made for it and guard nothing.
 */
class KeptStoreTest {

    private static final Path FIRST = Path.of("src/test/resources/stores/first");
    private static final String ITS_SCHEMA = "5";
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> KEPT =
            List.of(
                    "position",
                    "kind",
                    "type",
                    "occurredAt",
                    "ledgeredAt",
                    "actor",
                    "subject",
                    "before",
                    "after",
                    "decision",
                    "reason",
                    "permission",
                    "method",
                    "path",
                    "address",
                    "userAgent",
                    "reasonGiven",
                    "count",
                    "correlationId");

    @TempDir private Path data;

    @Test
    void isTakenOverByTodaysVersion() throws Exception {
        JsonNode known = JSON.readTree(FIRST.resolve("known.json").toFile());
        putPepper();
        Files.writeString(
                data.resolve("bootstrap-admin.key"), known.get("bootstrapKey").asString());
        try (ScratchDatabase database = ScratchDatabase.kept(FIRST, ITS_SCHEMA);
                Node node = Node.start(database, data)) {
            Api api = node.administrator();
            assertThat(check(api, known, "catalog:manage")).isEqualTo("allow");
            assertThat(check(api, known, "catalog:delete")).isEqualTo("deny");
            assertThat(permissions(api, known, "deployer"))
                    .isEqualTo(permissions(known.get("permissions")));
            assertThat(permissions(api, known, "reporter"))
                    .isEqualTo(permissions(known.get("reporterPermissions")));
            assertTrailIsAsItWas(api);
            assertLeavesAreAsTheyWere(database);
            assertOldEntriesAreProved(api);
            assertCountsAreOfThePastAsWell(api);
            assertThat(rebuild(api)).isTrue();
            assertTrailIsAsItWas(api);
            assertThat(grantToAnOldRole(api, known)).isEqualTo(200);
        }
    }

    private void putPepper() throws Exception {
        Path peppers =
                Files.createDirectory(
                        data.resolve("peppers"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        Path pepper = peppers.resolve("pepper-1.key");
        Files.copy(FIRST.resolve("pepper-1.txt"), pepper);
        Files.setPosixFilePermissions(pepper, PosixFilePermissions.fromString("rw-------"));
    }

    private static String check(Api api, JsonNode known, String permission) {
        return api.post(
                        "/api/v1/checks",
                        "{\"key\":\"%s\",\"permission\":\"%s\"}"
                                .formatted(known.get("key").asString(), permission))
                .mustBe(200)
                .text("decision");
    }

    private static List<String> permissions(Api api, JsonNode known, String user) {
        return permissions(
                api.get(
                                "/api/v1/workspaces/acme/service-users/"
                                        + known.get(user).asString()
                                        + "/permissions")
                        .mustBe(200)
                        .json());
    }

    private static List<String> permissions(JsonNode answer) {
        List<String> found = new ArrayList<>();
        answer.get("items").forEach(item -> found.add(item.get("permission").asString()));
        return found;
    }

    /** The log of a store that had none grows from its first entry. */
    private static void assertOldEntriesAreProved(Api api) throws InterruptedException {
        for (JsonNode entry : JSON.readTree(FIRST.resolve("audit.json").toFile())) {
            String path = "/api/v1/workspaces/acme/audit/" + entry.get("id").asString() + "/proof";
            Answer proof = api.get(path);
            for (int tries = 0; proof.status() == 409 && tries < 60; tries++) {
                Thread.sleep(250);
                proof = api.get(path);
            }
            VerifierKey key = VerifierKey.parse(api.get("/ledger/acme/key").mustBe(200).body());
            assertThat(ProofFile.check(proof.mustBe(200).body(), key))
                    .isInstanceOf(Verdict.Proven.class);
        }
    }

    private static void assertTrailIsAsItWas(Api api) {
        Map<String, JsonNode> today = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/api/v1/workspaces/acme/audit?limit=200" + cursor).mustBe(200).json();
            page.get("items").forEach(entry -> today.put(entry.get("id").asString(), entry));
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        for (JsonNode entry : JSON.readTree(FIRST.resolve("audit.json").toFile())) {
            JsonNode same = today.get(entry.get("id").asString());
            assertThat(same).as(entry.toString()).isNotNull();
            for (String field : KEPT) {
                assertThat(same.get(field)).as(field + " of " + entry).isEqualTo(entry.get(field));
            }
        }
    }

    /** The view of activity is younger than the store. */
    private static void assertCountsAreOfThePastAsWell(Api api) throws InterruptedException {
        long past = JSON.readTree(FIRST.resolve("audit.json").toFile()).size();
        long deadline = System.nanoTime() + 30_000_000_000L;
        long counted = 0;
        while (counted < past || counted != entries(api)) {
            assertThat(System.nanoTime()).as("counted %s", counted).isLessThan(deadline);
            Thread.sleep(20);
            counted = 0;
            for (JsonNode day :
                    api.get("/api/v1/workspaces/acme/audit/counts?from=2026-11-01&to=2027-11-30")
                            .mustBe(200)
                            .json()
                            .get("items")) {
                counted += day.get("changes").asLong();
                counted += day.get("allowed").asLong() + day.get("denied").asLong();
            }
        }
    }

    private static long entries(Api api) {
        return api.get("/api/v1/workspaces/acme/audit?limit=500")
                .mustBe(200)
                .json()
                .get("items")
                .size();
    }

    private static void assertLeavesAreAsTheyWere(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.query().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT r.*, e.ledgered_at, e.leaf_hash FROM ledger.entry e"
                                        + " JOIN store.record r USING (global_index)"
                                        + " WHERE e.position <= 139 ORDER BY e.position")) {
            int leaves = 0;
            while (row.next()) {
                byte[] leaf = Leaf.of(stored(row), time(row, "ledgered_at").toInstant());
                assertThat(Sha256.of(new byte[] {0}, leaf)).isEqualTo(row.getBytes("leaf_hash"));
                leaves++;
            }
            assertThat(leaves).isEqualTo(139);
        }
    }

    private static StoredRecord stored(ResultSet row) throws SQLException {
        return new StoredRecord(
                row.getString("kind").equals("change") ? RecordKind.CHANGE : RecordKind.USES,
                row.getObject("event_id", UUID.class),
                row.getString("workspace"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getInt("revision"),
                time(row, "occurred_at").toInstant(),
                row.getBytes("metadata"),
                row.getBytes("payload"));
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    private static boolean rebuild(Api api) throws InterruptedException {
        String id = api.post("/api/v1/replays", "{\"view\":\"all\"}").mustBe(202).text("id");
        Answer answer = api.get("/api/v1/replays/" + id).mustBe(200);
        for (int i = 0; i < 300 && answer.text("state").equals("running"); i++) {
            Thread.sleep(100);
            answer = api.get("/api/v1/replays/" + id).mustBe(200);
        }
        assertThat(answer.text("state")).isEqualTo("completed");
        return answer.json().get("identical").asBoolean();
    }

    /** What was made by the old version goes on by the new one. */
    private static int grantToAnOldRole(Api api, JsonNode known) {
        return api.patch(
                        "/api/v1/workspaces/acme/roles/" + known.get("editor").asString(),
                        "{\"permissions\":[\"catalog:manage\",\"catalog:delete\"]}")
                .status();
    }
}
