package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.role.EditRole;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.testsupport.ScratchDatabase;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Of a stream of many events a node reads those it has not seen. */
class LongStreamsTest {

    private static final int LONG = 3 * LongStreams.SHORT;

    private static ScratchDatabase database;
    private static CommandNode node;
    private static CommandNode other;
    private static JdbcClient sql;

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        other = CommandNode.on(database);
        sql = JdbcClient.create(database.superuser());
        node.send(Acme.workspace());
    }

    @AfterAll
    static void stop() {
        node.close();
        other.close();
        database.close();
    }

    @Test
    void whatIsRememberedIsNotReadAgain() {
        UUID role = role("remembered");
        edit(node, role, LONG);
        makeUnreadable(role, LongStreams.SHORT);
        assertThat(edit(node, role, 1)).isEqualTo(LONG + 1);
        assertThatThrownBy(() -> edit(other, role, 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void shortStreamsAreReadFromTheirBeginning() {
        UUID role = role("short");
        edit(node, role, LongStreams.SHORT / 2);
        makeUnreadable(role, 1);
        assertThatThrownBy(() -> edit(node, role, 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void gatheredCommandsReadNoMoreThanOthers() {
        UUID user = UUID.randomUUID();
        String key = Acme.keyId();
        node.send(Acme.user(user, "gathered"));
        node.send(Acme.key(user, key, "first"));
        for (int i = 0; i < LONG; i++) {
            node.send(new RenameApiKey(Acme.SLUG, user, key, "name " + i, null));
        }
        makeUnreadable(user, LongStreams.SHORT);
        node.send(new RenameApiKey(Acme.SLUG, user, key, "last", null));
        assertThat(lastEvent(user)).contains("\"name " + (LONG - 1) + "\"").contains("\"last\"");
    }

    @Test
    void whatAnotherNodeAddsIsRead() {
        UUID role = role("of two");
        edit(node, role, LONG);
        edit(other, role, LONG);
        long version = edit(node, role, 1);
        assertThat(version).isEqualTo(2 * LONG + 1);
        assertThat(lastEvent(role))
                .contains(description(other, LONG - 1))
                .contains(description(node, 0));
        assertThat(edit(other, role, 1)).isEqualTo(version + 1);
    }

    @Test
    void moreThanOnePortionIsReadBehindIt() {
        UUID role = role("behind");
        edit(node, role, LongStreams.SHORT + 1);
        copyLastEvent(role, 2 * EventEngine.BATCH);
        long version = LongStreams.SHORT + 1 + 2 * EventEngine.BATCH;
        assertThat(lastRead(role)).isEqualTo(version);
        assertThat(edit(node, role, 1)).isEqualTo(version + 1);
    }

    @Test
    void aRestoredStoreIsReadFromItsBeginning() {
        UUID role = role("restored");
        edit(node, role, 10);
        node.send(permit(role, "lost:view"));
        edit(node, role, LONG);
        inStore("DELETE FROM store.domain_event WHERE stream = :stream AND sequence > 10", role);
        edit(other, role, LONG);
        assertThat(node.send(permit(role, "new:view")).version()).isEqualTo(10 + LONG + 1);
        assertThat(lastEvent(role)).contains("\"orders:view\"").doesNotContain("lost:view");
    }

    @Test
    void aStreamThatIsShorterAfterARestoreIsReadFromItsBeginning() {
        UUID role = role("shorter");
        edit(node, role, LONG);
        inStore("DELETE FROM store.domain_event WHERE stream = :stream AND sequence > 10", role);
        assertThat(edit(node, role, 1)).isEqualTo(11);
        assertThat(lastEvent(role)).contains(description(node, 9));
    }

    @Test
    void whatWasNotCommittedIsNotRemembered() {
        role("taken");
        UUID role = role("undone");
        long version = edit(node, role, LONG);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> node.send(rename(role, "taken"))).isInstanceOf(Rejected.class);
        }
        assertThat(node.send(rename(role, "done")).version()).isEqualTo(version + 1);
        assertThat(lastEvent(role)).contains("\"undone\"").doesNotContain("taken");
    }

    /** The number of the last event that is read in a unit of work. */
    private static long lastRead(UUID stream) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            node.bean(EventEngine.class).foresee(stream.toString());
            return node.bean(EventStore.class)
                    .readEvents(stream.toString())
                    .asStream()
                    .mapToLong(DomainEventMessage::getSequenceNumber)
                    .max()
                    .orElseThrow();
        } finally {
            work.rollback();
        }
    }

    private static UUID role(String name) {
        UUID role = UUID.randomUUID();
        node.send(Acme.role(role, name));
        return role;
    }

    /** Describes the role anew so many times, and tells the last version. */
    private static long edit(CommandNode by, UUID role, int times) {
        long version = 0;
        for (int i = 0; i < times; i++) {
            version = by.send(describe(role, description(by, i))).version();
        }
        return version;
    }

    private static EditRole describe(UUID role, String description) {
        return new EditRole(Acme.SLUG, role, null, description, null, null);
    }

    private static EditRole rename(UUID role, String name) {
        return new EditRole(Acme.SLUG, role, name, null, null, null);
    }

    private static EditRole permit(UUID role, String permission) {
        return new EditRole(Acme.SLUG, role, null, null, List.of(permission), null);
    }

    private static String description(CommandNode by, int i) {
        return (by == node ? "one " : "other ") + i;
    }

    private static void makeUnreadable(UUID stream, long before) {
        inStore(
                "UPDATE store.domain_event SET payload = '\\x00' WHERE stream = :stream AND sequence < "
                        + before,
                stream);
    }

    private static void copyLastEvent(UUID stream, int times) {
        inStore(
                """
                INSERT INTO store.domain_event (event_id, stream_type, stream, sequence, workspace,
                       type, revision, metadata, payload)
                SELECT gen_random_uuid(), stream_type, stream, sequence + i, workspace, type,
                       revision, metadata, payload
                  FROM (SELECT * FROM store.domain_event WHERE stream = :stream
                         ORDER BY sequence DESC LIMIT 1) last, generate_series(1, %d) i
                """
                        .formatted(times),
                stream);
    }

    private static void inStore(String statement, UUID stream) {
        sql.sql("ALTER TABLE store.domain_event DISABLE TRIGGER USER").update();
        sql.sql(statement).param("stream", stream.toString()).update();
        sql.sql("ALTER TABLE store.domain_event ENABLE TRIGGER USER").update();
    }

    private static String lastEvent(UUID stream) {
        return new String(
                sql.sql(
                                "SELECT payload FROM store.domain_event WHERE stream = :stream"
                                        + " ORDER BY sequence DESC LIMIT 1")
                        .param("stream", stream.toString())
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }
}
