package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.shared.record.ConsistencyToken;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

class BulkTest {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static ScratchDatabase database;
    private static CommandNode node;

    private TestWorkspace acme;
    private String first;
    private String second;

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
    void aWorkspaceWithTwo() {
        acme = TestWorkspace.create(node.api(), database);
        first = acme.newUser("First");
        second = acme.newUser("Second");
    }

    @Test
    void eachIsDecidedByItself() {
        acme.api().post(acme.user(first) + ":disable").expect(200);

        Answer answer = bulk("disable", "", first, NOBODY, "nonsense", second).expect(200);

        assertThat(statuses(answer)).containsExactly("unchanged", "refused", "refused", "changed");
        JsonNode items = answer.json().get("items");
        assertThat(items.get(3).get("id").asString()).isEqualTo(second);
        assertThat(items.get(3).get("version").asLong()).isEqualTo(1);
        assertThat(items.get(3).has("problem")).isFalse();
        assertThat(items.get(1).get("problem").get("code").asString())
                .isEqualTo("unknown-service-user");
        assertThat(items.get(1).has("version")).isFalse();
        assertThat(ConsistencyToken.parse(answer.header("Consistency-Token")))
                .hasValueSatisfying(token -> assertThat(token.stream()).isEqualTo(second));
    }

    @Test
    void everyActionDoesWhatItSays() {
        String group = ", \"group\": \"" + acme.group("readers") + "\"";
        String role = ", \"role\": \"" + acme.role("reader") + "\"";

        for (String type : List.of("GroupAssigned", "GroupUnassigned")) {
            bulk(
                    type.startsWith("GroupU") ? "unassign-group" : "assign-group",
                    group,
                    first,
                    second);
            assertThat(acme.events("service-user." + type)).isEqualTo(2);
        }
        for (String type : List.of("RoleAssigned", "RoleUnassigned")) {
            bulk(type.startsWith("RoleU") ? "unassign-role" : "assign-role", role, first, second);
            assertThat(acme.events("service-user." + type)).isEqualTo(2);
        }
        bulk("disable", "", first, second).expect(200);
        bulk("enable", "", first, second).expect(200);
        bulk("delete", "", first, second).expect(200);
        assertThat(acme.events("service-user.ServiceUserDisabled")).isEqualTo(2);
        assertThat(acme.events("service-user.ServiceUserEnabled")).isEqualTo(2);
        assertThat(acme.events("service-user.ServiceUserDeleted")).isEqualTo(2);
    }

    @Test
    void allAreOnRecordUnderOneCorrelationId() {
        bulk("disable", "", first, second).expect(200);

        assertThat(
                        acme.database()
                                .sql(
                                        "SELECT count(DISTINCT convert_from(metadata, 'UTF8')::jsonb"
                                                + " ->> 'correlationId') FROM store.domain_event"
                                                + " WHERE workspace = ? AND type LIKE '%Disabled'")
                                .param(acme.slug())
                                .query(Long.class)
                                .single())
                .isOne();
    }

    @Test
    void aRepeatedRequestDoesOnlyWhatWasRefused() {
        String admins = acme.builtInGroup("security-administrators");
        String last = acme.newUser("Last", admins);
        acme.key(last, "key");
        Answer before = keyed("k", last, first).expect(200);
        assertThat(statuses(before)).containsExactly("refused", "changed");
        assertThat(statuses(keyed("k", last, first))).containsExactly("refused", "changed");
        acme.key(acme.newUser("Other", admins), "key");

        Answer after = keyed("k", last, first).expect(200);
        Answer again = keyed("k", last, first).expect(200);

        assertThat(statuses(after)).containsExactly("changed", "changed");
        assertThat(after.header("Idempotency-Replayed")).isNull();
        assertThat(again.body()).isEqualTo(after.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(acme.events("service-user.ServiceUserDisabled")).isEqualTo(2);
        keyed("k", first, last).expectProblem(422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"ids\": [\"x\"]}`, action",
                "`{\"action\": \"explode\", \"ids\": [\"x\"]}`, action",
                "`{\"action\": \"disable\"}`, ids",
                "`{\"action\": \"disable\", \"ids\": []}`, ids",
                "`{\"action\": \"disable\", \"ids\": [null]}`, ids[0]",
                "`{\"action\": \"assign-group\", \"ids\": [\"x\"]}`, group",
                "`{\"action\": \"unassign-role\", \"ids\": [\"x\"]}`, role",
                "`{\"action\": \"delete\", \"ids\": [\"x\"], \"role\": \"00000000-0000-7000-8000-000000000000\"}`, role"
            })
    void whatMakesNoSenseIsRefusedWhole(String body, String field) {
        Answer answer = acme.api().post(acme.path("/service-users:bulk"), body);

        assertThat(answer.expectProblem(400, "invalid-value").text("field")).isEqualTo(field);
    }

    @Test
    void atMost500AreTaken() {
        String[] many = Collections.nCopies(501, NOBODY).toArray(String[]::new);

        assertThat(bulk("disable", "", many).expectProblem(400, "invalid-value").text("field"))
                .isEqualTo("ids");
    }

    private Answer bulk(String action, String more, String... ids) {
        return acme.api().post(acme.path("/service-users:bulk"), body(action, more, ids));
    }

    private Answer keyed(String key, String... ids) {
        return acme.api()
                .post(
                        acme.path("/service-users:bulk"),
                        body("disable", "", ids),
                        "Idempotency-Key",
                        key);
    }

    private static String body(String action, String more, String... ids) {
        return "{\"action\": \"%s\", \"ids\": %s%s}"
                .formatted(action, TestWorkspace.list(ids), more);
    }

    private static List<String> statuses(Answer answer) {
        return answer.json().get("items").findValuesAsString("status");
    }
}
