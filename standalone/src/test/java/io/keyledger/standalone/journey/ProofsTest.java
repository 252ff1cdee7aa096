package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Verdict;
import io.keyledger.shared.proof.VerifierKey;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** Checkpoints and proofs over HTTP, and what becomes of them when nodes go and come. */
class ProofsTest {

    private static final String AUDIT = "/api/v1/workspaces/acme/audit";

    @TempDir private Path data;
    private ScratchDatabase database;
    private Node node;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        api = node.administrator();
        api.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void aChangeAndAUseAreProvedToWhoMayReadThem() throws Exception {
        String change = newest(AUDIT + "?kind=change&limit=1");
        String use = newest("/api/v1/workspaces/system/audit?kind=use&limit=1");

        assertThat(verdict("acme", signed(AUDIT + "/" + change + "/proof")))
                .isInstanceOf(Verdict.Proven.class);
        assertThat(verdict("system", signed("/api/v1/workspaces/system/audit/" + use + "/proof")))
                .isInstanceOf(Verdict.Proven.class);
        api.get("/api/v1/workspaces/system/audit/" + change + "/proof").mustBe(404);
        api.get(AUDIT + "/nonsense/proof").mustBe(404);
    }

    @Test
    void logsGoOnFromWhatWasSignedWhenAnotherNodeTakesOver() throws Exception {
        String kept = signed("/ledger/acme/checkpoint");
        String size = kept.lines().skip(1).findFirst().orElseThrow();
        String key = api.get("/ledger/acme/key").mustBe(200).body();
        node.close();
        node = Node.start(database, data);
        api = node.administrator();
        api.post("/api/v1/workspaces/acme/roles", "{\"name\":\"r\",\"permissions\":[]}")
                .mustBe(201);
        String since = later("/ledger/acme/checkpoint", kept);

        assertThat(api.get("/ledger/acme/key").mustBe(200).body()).isEqualTo(key);
        String growth = api.get("/ledger/acme/consistency?from=" + size).mustBe(200).body();
        assertThat(growth).contains(kept);
        assertThat(since).isNotEqualTo(kept);
        assertThat(ProofFile.check(growth, VerifierKey.parse(key)))
                .isInstanceOf(Verdict.Proven.class);
    }

    @Test
    void badQuestionsAreRefused() throws Exception {
        signed("/ledger/acme/checkpoint");
        api.get("/ledger/acme/consistency?from=0").mustBe(400);
        api.get("/ledger/acme/consistency?from=x").mustBe(400);
        api.get("/ledger/acme/consistency?from=999999").mustBe(404);
        api.get("/ledger/acme/consistency?since=1").mustBe(400);
        api.get("/ledger/acme/tile/0/000").mustBe(404);
        api.get("/ledger/acme/tile/0/000.p/1").mustBe(200);
        api.get("/ledger/acme/tile/entries/000.p/1").mustBe(200);
        api.get("/ledger/acme/tile/99/000").mustBe(404);
        api.get("/ledger/nowhere/checkpoint").mustBe(404);
        api.post("/api/v1/log-origins", "{\"reason\":\" \"}").mustBe(400);
        api.post("/api/v1/log-origins", "{\"reason\":\"why not\"}").mustBe(409);
        api.as("kl_none").get("/ledger/acme/checkpoint").mustBe(401);
    }

    @Test
    void whoMayReadAnotherWorkspaceAloneSeesNothingOfThisOne() throws Exception {
        api.post("/api/v1/workspaces", "{\"slug\":\"other\",\"name\":\"Other\"}").mustBe(201);
        String path = "/api/v1/workspaces/other";
        String role =
                api.post(path + "/roles", "{\"name\":\"a\",\"permissions\":[\"audit:view\"]}")
                        .mustBe(201)
                        .text("id");
        String user =
                api.post(
                                path + "/service-users",
                                "{\"username\":\"olga\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        Api auditor =
                api.as(
                        api.post(path + "/service-users/" + user + "/keys", "{\"name\":\"k\"}")
                                .mustBe(201)
                                .text("key"));
        signed("/ledger/other/checkpoint");
        auditor.get("/ledger/other/checkpoint").mustBe(200);
        for (String what :
                new String[] {"", "/checkpoint", "/key", "/checkpoints", "/consistency"}) {
            auditor.get("/ledger/acme" + what).mustBe(403);
        }
        auditor.get("/ledger/acme/tile/0/000.p/1").mustBe(403);
        auditor.post("/api/v1/log-origins", "{\"reason\":\"mine\"}").mustBe(403);
    }

    @Test
    void aStoreThatWasSetBackIsToldOfAndGoesOnOnlyWhenSomebodySaysSo() throws Exception {
        String before = signed("/ledger/acme/checkpoint");
        node.close();
        setBack();
        node = Node.start(database, data);
        api = node.administrator();
        String stopped = "";
        for (int tries = 0; stopped.isEmpty() && tries < 60; tries++) {
            Thread.sleep(250);
            stopped = api.get("/ledger/acme").mustBe(200).json().path("stopped").asString("");
        }
        assertThat(stopped).isEqualTo("shorter-than-signed");
        for (int tries = 0; tries < 20; tries++) {
            if (api.get("/health/ready").mustBe(200).body().contains("signing-of-logs-stopped")) {
                break;
            }
            Thread.sleep(250);
        }
        assertThat(api.get("/health/ready").body()).contains("signing-of-logs-stopped");

        api.post("/api/v1/log-origins", "{\"reason\":\"Restored\"}").mustBe(200);

        String after = later("/ledger/acme/checkpoint", before);
        assertThat(after).contains("/acme/2\n");
        assertThat(api.get("/ledger/acme").json().at("/origins/0/lastSigned").asString())
                .isEqualTo(before);
    }

    private void setBack() throws Exception {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    SET session_replication_role = replica;
                    DELETE FROM ledger.checkpoint WHERE workspace = 'acme';
                    DELETE FROM ledger.merkle_log WHERE workspace = 'acme';
                    DELETE FROM ledger.entry WHERE workspace = 'acme' AND workspace_sequence >= 1;
                    UPDATE ledger.workspace_head SET next_sequence = 1 WHERE workspace = 'acme';
                    SET session_replication_role = origin""");
        }
    }

    /** Once the trail has it. */
    private String newest(String path) throws InterruptedException {
        String id = api.get(path).text("items/0/id");
        for (int tries = 0; id.isEmpty() && tries < 60; tries++) {
            Thread.sleep(250);
            id = api.get(path).text("items/0/id");
        }
        return id;
    }

    /** What is answered once it is signed. */
    private String signed(String path) throws InterruptedException {
        Answer answer = api.get(path);
        for (int tries = 0; answer.status() != 200 && tries < 60; tries++) {
            Thread.sleep(250);
            answer = api.get(path);
        }
        return answer.mustBe(200).body();
    }

    private String later(String path, String before) throws InterruptedException {
        String now = signed(path);
        for (int tries = 0; now.equals(before) && tries < 60; tries++) {
            Thread.sleep(250);
            now = signed(path);
        }
        return now;
    }

    private Verdict verdict(String ws, String file) {
        assertThat(file).startsWith("c2sp.org/tlog-proof@v1\n");
        assertThat(
                        new String(
                                Base64.getDecoder()
                                        .decode(
                                                file.lines()
                                                        .skip(1)
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .substring(6)),
                                StandardCharsets.UTF_8))
                .startsWith("keyledger/entry@v1\n");
        return ProofFile.check(
                file, VerifierKey.parse(api.get("/ledger/" + ws + "/key").mustBe(200).body()));
    }
}
