package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.platform.Overtaken.Overtake;
import io.keyledger.command.role.EditRole;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.shared.record.ConsistencyToken;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

class CommandsTest {

    private ScratchDatabase database;
    private CommandNode node;
    private JdbcClient sql;

    @BeforeEach
    void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database, Overtaken.class);
        sql = JdbcClient.create(database.query());
        node.send(Acme.workspace());
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void whatWasOvertakenIsDecidedAgain() {
        Outcome outcome = node.send(new Overtake("acme", 2));
        assertThat(tries()).isEqualTo(3);
        assertThat(outcome.version()).isEqualTo(3);
        assertThat(types("workspace:acme"))
                .containsExactly(
                        "workspace.WorkspaceCreated",
                        "workspace.WorkspaceCreated",
                        "workspace.WorkspaceCreated",
                        "workspace.WorkspaceRenamed");
    }

    @Test
    void whatIsAlwaysOvertakenIsAConflictAfterFiveTries() {
        assertThatThrownBy(() -> node.send(new Overtake("acme", Integer.MAX_VALUE)))
                .isInstanceOf(Conflict.class)
                .hasNoCause();
        assertThat(tries()).isEqualTo(5);
        assertThat(types("workspace:acme")).doesNotContain("workspace.WorkspaceRenamed");
    }

    @Test
    void theTokenIsOfTheLastEvent() {
        UUID role = UUID.randomUUID();
        node.send(Acme.role(role, "reader"));
        Outcome edited =
                node.send(new EditRole("acme", role, "writer", null, List.of("orders:edit"), null));
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.token()).isEqualTo(token(role.toString(), 2));
    }

    @Test
    void theTokenOfSeveralStreamsIsOfTheEventAppendedLast() {
        Outcome created = node.send(new CreateWorkspace("other", "Other"));
        assertThat(created.stream()).isEqualTo("workspace:other");
        assertThat(created.version()).isZero();
        assertThat(created.token())
                .isEqualTo(
                        sql.sql(
                                        "SELECT stream, sequence FROM store.domain_event"
                                                + " ORDER BY global_index DESC LIMIT 1")
                                .query(
                                        (row, _) ->
                                                token(
                                                        row.getString("stream"),
                                                        row.getLong("sequence")))
                                .single());
    }

    @Test
    void whatChangedNothingGivesTheStreamAsItIs() {
        UUID role = UUID.randomUUID();
        node.send(Acme.role(role, "reader"));
        Outcome repeated = node.send(new EditRole("acme", role, "reader", null, null, null));
        assertThat(repeated.version()).isZero();
        assertThat(repeated.token()).isEqualTo(token(role.toString(), 0));
        assertThat(types(role.toString())).containsExactly("role.RoleCreated");
    }

    @Test
    void refusalsOfTheDomainComeUntouchedAndAreNotTriedAgain() {
        UUID role = UUID.randomUUID();
        node.send(Acme.role(role, "reader"));
        assertThatThrownBy(
                        () ->
                                node.send(
                                        new EditRole(
                                                "acme",
                                                role,
                                                "writer",
                                                null,
                                                null,
                                                ExpectedVersions.of(7))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        it -> assertThat(it.code()).isEqualTo(RejectionCode.STALE_VERSION));
        assertThat(types(role.toString())).containsExactly("role.RoleCreated");
    }

    private int tries() {
        return node.bean(Overtaken.class).tries.get();
    }

    private List<String> types(String stream) {
        return sql.sql("SELECT type FROM store.domain_event WHERE stream = ? ORDER BY sequence")
                .param(stream)
                .query(String.class)
                .list();
    }

    private ConsistencyToken token(String stream, long sequence) {
        return sql.sql(
                        "SELECT store_id, (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline"
                                + " FROM store.identity")
                .query(
                        (row, _) ->
                                new ConsistencyToken(
                                        row.getObject("store_id", UUID.class),
                                        row.getLong("timeline"),
                                        stream,
                                        sequence))
                .single();
    }
}
