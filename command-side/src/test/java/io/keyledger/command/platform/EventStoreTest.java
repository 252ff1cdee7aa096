package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;
import io.keyledger.testsupport.ScratchDatabase;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class EventStoreTest {

    private static ScratchDatabase database;
    private static CommandNode node;
    private static JdbcClient sql;

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        sql = JdbcClient.create(database.query());
        node.send(Acme.workspace());
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void transactionsAreSprings() {
        assertThat(node.bean(TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        UUID id = UUID.randomUUID();
        node.send(Acme.role(id, "reader"));
        List<? extends DomainEventMessage<?>> read =
                node.bean(EventStore.class).readEvents(id.toString()).asStream().toList();
        assertThat(read).hasSize(1);
        DomainEventMessage<?> event = read.getFirst();
        assertThat(event.getPayload())
                .isEqualTo(new RoleCreated(id, "reader", "", List.of("orders:view"), false));
        assertThat(event.getSequenceNumber()).isZero();
        assertThat(event.getTimestamp())
                .isEqualTo(((OffsetDateTime) row(id).get("occurred_at")).toInstant());
    }

    @Test
    void theEnvelopeHoldsWhatWasAgreed() {
        UUID id = UUID.randomUUID();
        CallerInfo caller = CommandNode.system(null, null, null);
        node.send(Acme.role(id, "envelope"), caller);
        Map<String, Object> row = row(id);
        assertThat(row)
                .containsEntry("workspace", "acme")
                .containsEntry("stream_type", "role")
                .containsEntry("type", "role.RoleCreated")
                .containsEntry("revision", 1)
                .containsEntry("sequence", 0L);
        assertThat(((UUID) row.get("event_id")).version()).isEqualTo(7);
        assertThat(MetadataJson.read((byte[]) row.get("metadata")))
                .isEqualTo(
                        new RecordMetadata(
                                RecordedActor.system("a test"),
                                caller.correlationId(),
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void theTimeIsOfTheDatabasesClock() {
        UUID id = UUID.randomUUID();
        Instant before = databaseTime();
        node.send(Acme.role(id, "clock"));
        Instant occurred = ((OffsetDateTime) row(id).get("occurred_at")).toInstant();
        assertThat(occurred).isBetween(before, databaseTime());
        assertThat(Duration.between(before, occurred)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void noClassIsNamedInTheStore() {
        UUID user = UUID.randomUUID();
        node.send(Acme.user(user, "nameless"), CommandNode.system("10.0.0.1", "curl/8", "a test"));
        node.send(Acme.key(user, Acme.keyId(), "first"));
        List<String> stored =
                sql
                        .sql(
                                """
                                SELECT event_id, workspace, stream_type, stream, type,
                                       metadata, payload FROM store.domain_event
                                """)
                        .query()
                        .listOfRows()
                        .stream()
                        .flatMap(row -> row.values().stream())
                        .map(EventStoreTest::text)
                        .toList();
        assertThat(stored).hasSizeGreaterThan(7);
        assertThat(stored)
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .doesNotContain("io.keyledger")
                                        .doesNotContain("io/keyledger")
                                        .doesNotContain("axon")
                                        .doesNotContain("java."));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value.toString();
    }

    private static Map<String, Object> row(UUID stream) {
        return sql.sql("SELECT * FROM store.domain_event WHERE stream = ?")
                .param(stream.toString())
                .query(
                        (row, _) ->
                                Map.<String, Object>of(
                                        "event_id", row.getObject("event_id"),
                                        "workspace", row.getString("workspace"),
                                        "stream_type", row.getString("stream_type"),
                                        "sequence", row.getLong("sequence"),
                                        "type", row.getString("type"),
                                        "revision", row.getInt("revision"),
                                        "metadata", row.getBytes("metadata"),
                                        "occurred_at",
                                                row.getObject("occurred_at", OffsetDateTime.class)))
                .single();
    }

    private static Instant databaseTime() {
        return sql.sql("SELECT clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
