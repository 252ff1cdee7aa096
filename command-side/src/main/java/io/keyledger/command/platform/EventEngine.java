package io.keyledger.command.platform;

import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.RecordMetadata;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Axon's JDBC engine on our table: it adds the workspace and what belongs to the envelope, leaves
 * the time to the database's clock, and knows no snapshots.
 */
final class EventEngine extends JdbcEventStorageEngine {

    static final EventSchema SCHEMA =
            EventSchema.builder()
                    .eventTable("store.domain_event")
                    .globalIndexColumn("global_index")
                    .timestampColumn("occurred_at")
                    .eventIdentifierColumn("event_id")
                    .aggregateIdentifierColumn("stream")
                    .sequenceNumberColumn("sequence")
                    .typeColumn("stream_type")
                    .payloadTypeColumn("type")
                    .payloadRevisionColumn("revision")
                    .payloadColumn("payload")
                    .metaDataColumn("metadata")
                    .build();

    private final TransactionManager transactions;

    EventEngine(Builder builder, TransactionManager transactions) {
        super(builder);
        this.transactions = transactions;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            transactions.executeInTransaction(() -> append(events, serializer));
        }
    }

    private void append(List<? extends EventMessage<?>> events, Serializer serializer) {
        Origin origin = Origin.of(events.getFirst());
        try (Connection connection = getConnection()) {
            Instant at = insert(events, origin.caller(), connection, serializer);
            DomainEventMessage<?> last = (DomainEventMessage<?>) events.getLast();
            origin.last()
                    .set(
                            new Origin.Appended(
                                    last.getAggregateIdentifier(), last.getSequenceNumber(), at));
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    /** One statement for those that follow one another in one workspace: nearly always for all. */
    private static Instant insert(
            List<? extends EventMessage<?>> events,
            CallerInfo caller,
            Connection connection,
            Serializer serializer)
            throws SQLException {
        String workspace = Origin.workspaceOf(events.getFirst());
        int end = 1;
        while (end < events.size() && Origin.workspaceOf(events.get(end)).equals(workspace)) {
            end++;
        }
        byte[] metadata = metadata(connection, workspace, caller);
        Instant at =
                new EventInsert(workspace, metadata, serializer)
                        .run(connection, events.subList(0, end));
        return end == events.size()
                ? at
                : insert(events.subList(end, events.size()), caller, connection, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return Stream.empty();
    }

    /** As text, since Axon cuts instants to milliseconds. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    private static byte[] metadata(Connection connection, String workspace, CallerInfo caller)
            throws SQLException {
        PersonalRefs refs = PersonalRefs.of(connection, workspace, caller);
        return MetadataJson.write(
                new RecordMetadata(
                        caller.actor().named(refs.personName()),
                        caller.correlationId(),
                        null,
                        refs.address(),
                        refs.userAgent(),
                        refs.reason()));
    }
}
