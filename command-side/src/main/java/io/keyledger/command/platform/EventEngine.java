package io.keyledger.command.platform;

import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.PersonalKind;
import io.keyledger.shared.record.RecordMetadata;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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

    private static final String APPEND =
            "INSERT INTO store.domain_event"
                    + " (event_id, workspace, stream_type, stream, sequence, type, revision, metadata, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final PersonalValues personalValues = new PersonalValues();

    EventEngine(Builder builder) {
        super(builder);
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        Origin origin = Origin.of(events.getFirst());
        byte[] metadata = metadata(connection, origin);
        PreparedStatement append = connection.prepareStatement(APPEND);
        for (EventMessage<?> event : events) {
            bind(append, (DomainEventMessage<?>) event, origin.workspace(), metadata, serializer);
            append.addBatch();
        }
        DomainEventMessage<?> last = (DomainEventMessage<?>) events.getLast();
        origin.last()
                .set(new Origin.Appended(last.getAggregateIdentifier(), last.getSequenceNumber()));
        return append;
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

    private byte[] metadata(Connection connection, Origin origin) throws SQLException {
        CallerInfo caller = origin.caller();
        String workspace = origin.workspace();
        return MetadataJson.write(
                new RecordMetadata(
                        caller.actor(),
                        caller.correlationId(),
                        null,
                        personalValues.refer(
                                connection, workspace, PersonalKind.ADDRESS, caller.address()),
                        personalValues.refer(
                                connection, workspace, PersonalKind.USER_AGENT, caller.userAgent()),
                        personalValues.refer(
                                connection, workspace, PersonalKind.REASON, caller.reason())));
    }

    private static void bind(
            PreparedStatement append,
            DomainEventMessage<?> event,
            String workspace,
            byte[] metadata,
            Serializer serializer)
            throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        int column = 0;
        append.setObject(++column, UUID.fromString(event.getIdentifier()));
        append.setString(++column, workspace);
        append.setString(++column, streamType(payload.getType().getName()));
        append.setString(++column, event.getAggregateIdentifier());
        append.setLong(++column, event.getSequenceNumber());
        append.setString(++column, payload.getType().getName());
        append.setInt(++column, Integer.parseInt(payload.getType().getRevision()));
        append.setBytes(++column, metadata);
        append.setBytes(++column, payload.getData());
    }

    private static String streamType(String wireName) {
        return wireName.substring(0, wireName.indexOf('.'));
    }
}
