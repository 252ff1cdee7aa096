package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;

class ErasingTest {

    private static ScratchDatabase database;
    private static CommandNode node;
    private static JdbcClient owner;

    private TestWorkspace acme;
    private String path;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        node = CommandNode.start(database, data);
        owner = JdbcClient.create(database.owner());
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @BeforeEach
    void aWorkspace() {
        acme = TestWorkspace.create(node.api(), database);
        path = acme.path("/personal-values:erase");
    }

    @Test
    void aReasonIsErasedOnceAndTheEventNamesNothingButReferences() {
        String role = acme.path("/roles/" + acme.role("reader"));
        acme.api().patch(role, "{\"description\":\"a\"}", "Reason", "for Ada Lovelace").expect(200);
        long events = acme.events();

        Answer answer = acme.api().post(path, erasure("reason", "for Ada Lovelace")).expect(200);

        assertThat(answer.json().get("erasedCount").asInt()).isEqualTo(1);
        assertThat(answer.header("Consistency-Token")).isNotNull();
        assertThat(acme.events()).isEqualTo(events + 1);
        assertThat(newestPayload()).contains("\"values\":[").doesNotContain("Ada");
        assertThat(left("reason", "for Ada Lovelace")).isZero();
        assertThat(
                        acme.api()
                                .post(path, erasure("reason", "for Ada Lovelace"))
                                .expect(200)
                                .text("erasedCount"))
                .isEqualTo("0");
        assertThat(acme.events()).isEqualTo(events + 1);
    }

    @Test
    void anAddressIsErasedHoweverItIsSpelledAndInThisWorkspaceAlone() {
        TestWorkspace other = TestWorkspace.create(node.api(), database);
        for (TestWorkspace each : new TestWorkspace[] {acme, other}) {
            value(each, "address", "2001:db8::7");
        }
        String body = erasure("address", "2001:DB8:0:0:0:0:0:7");
        assertThat(acme.api().post(path, body).expect(200).text("erasedCount")).isEqualTo("1");
        assertThat(left("address", "2001:db8::7")).isEqualTo(1);
    }

    @Test
    void theSaltGoesWithTheValueAndTheCommitmentStays() {
        long id = value(acme, "user-agent", "curl/8 of Ada");
        byte[] commitment = commitment(id);
        acme.api().post(path, erasure("user-agent", "curl/8 of Ada")).expect(200);
        assertThat(
                        owner.sql(
                                        "SELECT value IS NULL AND salt IS NULL FROM store.personal_value WHERE id = ?")
                                .param(id)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(commitment(id)).isEqualTo(commitment);
    }

    @Test
    void whoMayNotEraseErasesNothing() {
        value(acme, "address", "192.0.2.77");
        String admin = acme.newUser("Admin", acme.builtInGroup("security-administrators"));
        TestWorkspace mine = acme.as(acme.key(admin, "mine"));
        mine.api()
                .post(path, erasure("address", "192.0.2.77"))
                .expectProblem(403, "permission-denied");
        assertThat(left("address", "192.0.2.77")).isEqualTo(1);
    }

    @Test
    void theDatabaseLetsNobodyChangeAValueIntoAnother() {
        long id = value(acme, "address", "192.0.2.78");
        for (String set : new String[] {"value = 'x'", "salt = NULL", "kind = 'reason'"}) {
            assertThatThrownBy(
                            () ->
                                    JdbcClient.create(database.command())
                                            .sql(
                                                    "UPDATE store.personal_value SET "
                                                            + set
                                                            + " WHERE id = "
                                                            + id)
                                            .update())
                    .as(set)
                    .isInstanceOf(Exception.class);
            assertThat(left("address", "192.0.2.78")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | values",
                "{\"values\":[]} | values",
                "{\"values\":[null]} | values[0]",
                "{\"values\":[{\"kind\":\"name\",\"value\":\"x\"}]} | values[0].kind",
                "{\"values\":[{\"value\":\"x\"}]} | values[0].kind",
                "{\"values\":[{\"kind\":\"reason\"}]} | values[0].value",
                "{\"values\":[{\"kind\":\"reason\",\"value\":\"\"}]} | values[0].value",
                "{\"values\":[{\"kind\":\"address\",\"value\":\"localhost\"}]} | values[0].value",
                "{\"values\":[{\"kind\":\"reason\",\"value\":\"x\"},{\"kind\":\"address\",\"value\":\"1\"}]} | values[1].value"
            })
    void whatCannotBeErasedIsNamed(String body, String field) {
        long events = acme.events();
        Answer answer = acme.api().post(path, body).expect(400);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(acme.events()).isEqualTo(events);
    }

    private static String erasure(String kind, String value) {
        return "{\"values\":[{\"kind\":\"%s\",\"value\":\"%s\"}]}".formatted(kind, value);
    }

    private long value(TestWorkspace workspace, String kind, String value) {
        return owner.sql(
                        "INSERT INTO store.personal_value (workspace, kind, value, salt, commitment)"
                                + " VALUES (?, ?, ?, decode(repeat('07', 32), 'hex'),"
                                + " decode(repeat('08', 32), 'hex')) RETURNING id")
                .params(workspace.slug(), kind, value)
                .query(Long.class)
                .single();
    }

    private static long left(String kind, String value) {
        return owner.sql("SELECT count(*) FROM store.personal_value WHERE kind = ? AND value = ?")
                .params(kind, value)
                .query(Long.class)
                .single();
    }

    private static byte[] commitment(long id) {
        return owner.sql("SELECT commitment FROM store.personal_value WHERE id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    private static String newestPayload() {
        return owner.sql(
                        "SELECT convert_from(payload, 'UTF8') FROM store.domain_event"
                                + " ORDER BY global_index DESC LIMIT 1")
                .query(String.class)
                .single();
    }
}
