package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;

/** Checks that cannot be understood: who asks is decided first, and on record. */
class UnusableCheckTest {

    private static ScratchDatabase database;
    private static CommandNode node;
    private static TestWorkspace acme;
    private static String gateway;
    private static String viewer;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        node = CommandNode.start(database, data);
        acme = TestWorkspace.create(node.api(), database);
        gateway = acme.key(acme.newUser("Gateway", acme.builtInGroup("gateways")), "key");
        viewer = acme.key(acme.newUser("Viewer", acme.builtInGroup("viewers")), "key");
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "{\"key\": 7}",
                "{\"unknown\": \"x\"}",
                "{\"permission\": \"a:view\"}",
                "{\"key\": \"x\"}",
                "{\"key\": \"x\", \"permission\": \"a:view\", \"address\": \"nowhere\"}"
            })
    void areAnsweredToThoseWhoMayCheckAlone(String body) {
        long before = uses();

        Answer stranger = node.api("nonsense").post("/checks", body);
        Answer forbidden = node.api(viewer).post("/checks", body);
        Answer allowed = node.api(gateway).post("/checks", body);

        stranger.expectProblem(401, "unauthenticated");
        forbidden.expectProblem(403, "permission-denied");
        assertThat(allowed.status()).isEqualTo(400);
        assertThat(uses() - before).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, key=x",
        "application/x-www-form-urlencoded, key=x",
        "Application/X-WWW-Form-urlencoded;charset=UTF-8, key=%zz"
    })
    void areOfAnotherMediaTypeToo(String type, String body) {
        long before = uses();

        Answer stranger = sent("nonsense", type, body);
        Answer allowed = sent(gateway, type, body);

        stranger.expectProblem(401, "unauthenticated");
        allowed.expectProblem(415, "unsupported-media-type");
        assertThat(uses() - before).isEqualTo(2);
    }

    private static Answer sent(String key, String type, String body) {
        return node.api(key).postAs(type, "/checks", body);
    }

    /** Each record here holds one use: the requests come one after the other. */
    private static long uses() {
        return JdbcClient.create(database.owner())
                .sql("SELECT count(*) FROM store.record WHERE kind = 'uses'")
                .query(Long.class)
                .single();
    }
}
