package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.command.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.shared.record.Commitment;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.PersonalKind;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class PersonalValuesTest {

    private static ScratchDatabase database;
    private static CommandNode node;
    private static JdbcClient sql;

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        sql = JdbcClient.create(database.superuser());
        node.send(Acme.workspace());
        node.send(new CreateWorkspace("other", "Other"));
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void areKeptOncePerWorkspace() {
        RecordMetadata first = sent("acme", CommandNode.system("192.0.2.1", "curl/8", "tidying"));
        RecordMetadata second = sent("acme", CommandNode.system("192.0.2.1", "curl/8", "tidying"));
        RecordMetadata other = sent("other", CommandNode.system("192.0.2.1", "curl/8", "tidying"));
        assertThat(second.address()).isEqualTo(first.address()).isNotNull();
        assertThat(second.userAgent()).isEqualTo(first.userAgent()).isNotNull();
        assertThat(second.reason()).isEqualTo(first.reason()).isNotNull();
        assertThat(other.address()).isNotEqualTo(first.address());
        assertThat(count("192.0.2.1")).isEqualTo(2);
    }

    @Test
    void areCommittedToWithASaltOfTheirOwn() {
        RecordMetadata metadata = sent("acme", CommandNode.system("192.0.2.2", null, null));
        PersonalRef address = Objects.requireNonNull(metadata.address());
        byte[] salt =
                sql.sql("SELECT salt FROM store.personal_value WHERE id = ?")
                        .param(address.ref())
                        .query(byte[].class)
                        .single();
        assertThat(Base64.getUrlDecoder().decode(address.commitment()))
                .isEqualTo(Commitment.to(PersonalKind.ADDRESS, "192.0.2.2", salt));
        assertThat(
                        sql.sql("SELECT count(*) - count(DISTINCT salt) FROM store.personal_value")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void areNotInTheEvent() {
        sent("acme", CommandNode.system("192.0.2.3", "secretive/1", "nobody's business"));
        assertThat(
                        sql.sql("SELECT convert_from(metadata, 'UTF8') FROM store.domain_event")
                                .query(String.class)
                                .list())
                .noneMatch(
                        it ->
                                it.contains("192.0.2.3")
                                        || it.contains("secretive")
                                        || it.contains("business"));
    }

    @Test
    void ofARefusedCommandAreNotKept() {
        CallerInfo caller = CommandNode.system("192.0.2.4", null, null);
        assertThatThrownBy(() -> node.send(Acme.workspace(), caller)).isInstanceOf(Rejected.class);
        assertThatThrownBy(
                        () ->
                                node.send(
                                        Acme.user(
                                                UUID.randomUUID(),
                                                "x",
                                                List.of(UUID.randomUUID()),
                                                List.of()),
                                        caller))
                .isInstanceOf(Rejected.class);
        assertThat(count("192.0.2.4")).isZero();
    }

    @Test
    void shownByManyAtOnceAreKeptOnce() throws InterruptedException, ExecutionException {
        CallerInfo caller = CommandNode.system("192.0.2.5", null, "at once");
        List<Future<Outcome>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                String name = "at once " + i;
                sent.add(
                        threads.submit(
                                () -> node.send(Acme.role(UUID.randomUUID(), name), caller)));
            }
        }
        for (Future<Outcome> outcome : sent) {
            assertThat(outcome.get().version()).isZero();
        }
        assertThat(count("192.0.2.5")).isEqualTo(1);
        assertThat(count("at once")).isEqualTo(1);
    }

    private static RecordMetadata sent(String workspace, CallerInfo caller) {
        node.send(new RenameWorkspace(workspace, UUID.randomUUID().toString(), null), caller);
        return MetadataJson.read(
                sql.sql(
                                "SELECT metadata FROM store.domain_event ORDER BY global_index DESC LIMIT 1")
                        .query(byte[].class)
                        .single());
    }

    private static long count(String value) {
        return sql.sql("SELECT count(*) FROM store.personal_value WHERE value = ?")
                .param(value)
                .query(Long.class)
                .single();
    }
}
