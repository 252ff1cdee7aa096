package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.idempotency.AnsweredRequests;
import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

class IdempotencyTest {

    private static final String HEADER = "Idempotency-Key";
    private static ScratchDatabase database;
    private static CommandNode node;

    private TestWorkspace acme;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        node = CommandNode.start(database, data);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @BeforeEach
    void aWorkspace() {
        acme = TestWorkspace.create(node.api(), database);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBeforeAndDoesNothing() {
        String body = "{\"username\": \"Billing\", \"labels\": {\"b\": \"1\", \"a\": \"2\"}}";
        Answer first = acme.api().post(acme.path("/service-users"), body, HEADER, "k").expect(201);
        long before = acme.events();

        Answer again = acme.api().post(acme.path("/service-users"), body, HEADER, "k").expect(201);

        assertThat(acme.events()).isEqualTo(before);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : new String[] {"ETag", "Location", "Consistency-Token"}) {
            assertThat(again.header(header)).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aRepeatedDeletionIsAnsweredAlthoughNothingIsThere() {
        String role = acme.path("/roles/" + acme.role("reader"));

        Answer first = acme.api().delete(role, HEADER, "k").expect(204);
        Answer again = acme.api().delete(role, HEADER, "k").expect(204);

        assertThat(again.etag()).isEqualTo(first.etag());
        acme.api().delete(role, HEADER, "other").expectProblem(404, "unknown-role");
    }

    @Test
    void aSecretIsNeitherKeptNorShownAgain() {
        String keys = acme.user(acme.newUser("Billing")) + "/keys";
        Answer first = acme.api().post(keys, "{\"name\": \"x\"}", HEADER, "k").expect(201);
        Answer again = acme.api().post(keys, "{\"name\": \"x\"}", HEADER, "k").expect(201);
        String regenerate = keys + "/" + first.text("keyId") + ":regenerate";
        Answer other = acme.api().post(regenerate, "{}", HEADER, "l").expect(200);
        Answer otherAgain = acme.api().post(regenerate, "{}", HEADER, "l").expect(200);

        assertThat(again.text("keyId")).isEqualTo(first.text("keyId"));
        assertThat(again.text("createdAt")).isEqualTo(first.text("createdAt"));
        assertThat(again.json().get("secret").isNull()).isTrue();
        assertThat(again.json().get("key").isNull()).isTrue();
        assertThat(otherAgain.text("secretChangedAt")).isEqualTo(other.text("secretChangedAt"));
        assertThat(otherAgain.text("secret")).isNull();
        assertThat(otherAgain.text("key")).isNull();
        assertThat(stored())
                .doesNotContain(first.text("secret"))
                .doesNotContain(other.text("secret"));
    }

    @Test
    void aKeyIsForOneRequestAlone() {
        String path = acme.path("/roles/" + acme.role("reader"));
        String body = "{\"description\": \"a\"}";
        acme.api().patch(path, body, HEADER, "k").expect(200);

        assertReused(acme.api().patch(path, "{\"description\": \"b\"}", HEADER, "k"));
        assertReused(acme.api().patch(path, body + " ", HEADER, "k"));
        assertReused(acme.api().patch(path + "?a=b", body, HEADER, "k"));
        assertReused(acme.api().patch(path, body, HEADER, "k", "If-Match", "\"1\""));
        assertReused(acme.api().patch(path, body, HEADER, "k", "Reason", "tidying"));
        assertReused(acme.api().delete(path, HEADER, "k"));
        acme.api().patch(path, body, HEADER, "k").expect(200);
    }

    @Test
    void theBodyOfARequestThatNeedsNoneCountsToo() {
        String path = acme.user(acme.newUser("Billing")) + ":disable";
        acme.api().send("POST", path, BodyPublishers.ofString("{}"), HEADER, "k").expect(200);

        assertReused(acme.api().send("POST", path, BodyPublishers.ofString("[]"), HEADER, "k"));
        acme.api().send("POST", path, BodyPublishers.ofString("{}"), HEADER, "k").expect(200);
    }

    @Test
    void aKeyIsACallersOwnAndAWorkspacesOwn() {
        String body = "{\"name\": \"reader\"}";
        String admin = acme.newUser("Admin", acme.builtInGroup("security-administrators"));
        TestWorkspace mine = acme.as(acme.key(admin, "mine"));
        TestWorkspace other = TestWorkspace.create(node.api(), database);
        acme.api().post(acme.path("/roles"), body, HEADER, "k").expect(201);

        mine.api()
                .post(acme.path("/roles"), body, HEADER, "k")
                .expectProblem(409, "role-name-taken");
        other.api().post(other.path("/roles"), body, HEADER, "k").expect(201);
    }

    @Test
    void aRefusedRequestMayBeTriedAgainWithItsKey() {
        String body = "{\"name\": \"reader\"}";
        String role = acme.role("reader");
        acme.api()
                .post(acme.path("/roles"), body, HEADER, "k")
                .expectProblem(409, "role-name-taken");
        acme.api().delete(acme.path("/roles/" + role)).expect(204);

        Answer created = acme.api().post(acme.path("/roles"), body, HEADER, "k").expect(201);

        assertThat(created.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void aWorkspaceIsCreatedOnceAndItsKeyIsForItAlone() {
        String body = "{\"slug\": \"%s-once\", \"name\": \"Once\"}".formatted(acme.slug());
        String key = acme.slug();
        Answer first = node.api().post("/workspaces", body, HEADER, key).expect(201);
        Answer again = node.api().post("/workspaces", body, HEADER, key).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertReused(node.api().post("/workspaces", body.replace("once", "two"), HEADER, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed"})
    void aKeyIsPrintableAscii(String key) {
        assertThat(
                        acme.api()
                                .post(acme.path("/roles"), "{\"name\": \"r\"}", HEADER, key)
                                .expectProblem(400, "invalid-value")
                                .text("field"))
                .isEqualTo(HEADER);
    }

    @Test
    void aKeyHasAtMost255Characters() {
        String body = "{\"name\": \"r\"}";
        acme.api()
                .post(acme.path("/roles"), body, HEADER, "k".repeat(256))
                .expectProblem(400, "invalid-value");
        acme.api().post(acme.path("/roles"), body, HEADER, "k".repeat(255)).expect(201);
    }

    @Test
    void anAnswerThatCannotBeKeptTakesItsEventsWithIt() {
        JdbcClient owner = JdbcClient.create(database.owner());
        String constraint = "ALTER TABLE access.answered_request %s CONSTRAINT refuse";
        long before = acme.events();
        owner.sql(constraint.formatted("ADD") + " CHECK (false) NOT VALID").update();
        try {
            acme.api().post(acme.path("/roles"), "{\"name\": \"r\"}", HEADER, "k").expect(500);
        } finally {
            owner.sql(constraint.formatted("DROP")).update();
        }

        assertThat(acme.events()).isEqualTo(before);
        acme.api().post(acme.path("/roles"), "{\"name\": \"r\"}", HEADER, "k").expect(201);
    }

    @Test
    void anAnswerIsKeptForADay() {
        JdbcClient owner = JdbcClient.create(database.owner());
        AnsweredRequests answered = node.bean(AnsweredRequests.class);
        acme.api().post(acme.path("/roles"), "{\"name\": \"r\"}", HEADER, "k").expect(201);

        owner.sql("UPDATE access.answered_request SET answered_at = answered_at - interval '23 h'")
                .update();
        answered.prune();
        acme.api().post(acme.path("/roles"), "{\"name\": \"r\"}", HEADER, "k").expect(201);
        owner.sql("UPDATE access.answered_request SET answered_at = answered_at - interval '2 h'")
                .update();
        answered.prune();

        acme.api()
                .post(acme.path("/roles"), "{\"name\": \"r\"}", HEADER, "k")
                .expectProblem(409, "role-name-taken");
    }

    private static void assertReused(Answer answer) {
        assertThat(answer.expectProblem(422, "idempotency-key-reused").text("field"))
                .isEqualTo(HEADER);
    }

    private static String stored() {
        return JdbcClient.create(database.owner())
                .sql("SELECT string_agg(a::text, ' ') FROM access.answered_request a")
                .query(String.class)
                .single();
    }
}
