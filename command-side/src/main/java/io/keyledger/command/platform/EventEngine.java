package io.keyledger.command.platform;

import static java.util.Objects.requireNonNull;

import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.RecordMetadata;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Axon's JDBC engine on our table: it adds the workspace and what belongs to the envelope, leaves
 * the time to the database's clock, and stores no snapshots: long streams it reads from where they
 * stood when they were last read ({@link LongStreams}). Of what is kept beside an event it reads
 * the workspace alone.
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
                    .metaDataColumn("workspace")
                    .build();

    /** So many events of a stream are read at once. */
    static final int BATCH = 1_000;

    private static final String READ =
            """
            SELECT d.*
              FROM unnest(?::text[], ?::bigint[]) AS f (stream, first) CROSS JOIN LATERAL (
                   SELECT e.global_index, e.event_id, e.stream, e.sequence, e.stream_type,
                          e.occurred_at, e.type, e.revision, e.payload, e.workspace
                     FROM store.domain_event e
                    WHERE e.stream = f.stream AND e.sequence >= f.first
                    ORDER BY e.sequence LIMIT ?) d
            """;

    private static final String STREAMS = "streams";

    private final TransactionManager transactions;
    private final LongStreams longStreams = new LongStreams();

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
        try (Connection connection = getConnection()) {
            Instant at =
                    new EventInsert(envelopes(connection, events), serializer)
                            .run(connection, events);
            for (EventMessage<?> event : events) {
                DomainEventMessage<?> appended = (DomainEventMessage<?>) event;
                Origin.of(event)
                        .last()
                        .set(
                                new Origin.Appended(
                                        appended.getAggregateIdentifier(),
                                        appended.getSequenceNumber(),
                                        at));
            }
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    /**
     * Reads the streams that are about to be loaded in the current unit of work, all by one
     * statement: from where they stood as far as that is remembered, else from the first event.
     */
    void foresee(List<String> streams) {
        read(
                streams.stream()
                        .map(stream -> new ReadStream(stream, longStreams.of(stream)))
                        .toList());
        List<ReadStream> anew =
                streams.stream()
                        .filter(stream -> requireNonNull(foreseen().get(stream)).isOfAnotherStore())
                        .map(stream -> new ReadStream(stream, null))
                        .toList();
        if (!anew.isEmpty()) {
            anew.forEach(stream -> longStreams.forget(stream.stream()));
            read(anew);
        }
    }

    /** Reads a stream that is about to be loaded, unless that has been foreseen. */
    void foresee(String stream) {
        if (!foreseen().containsKey(stream)) {
            foresee(List.of(stream));
        }
    }

    /** A stream has been loaded and stands there. */
    void loaded(String stream, long sequence, Shell<?, ?> shell) {
        longStreams.learn(stream, sequence, shell);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.ofNullable(foreseen().get(stream)).map(ReadStream::snapshot);
    }

    private void read(List<ReadStream> streams) {
        Map<String, ReadStream> byName = foreseen();
        streams.forEach(stream -> byName.put(stream.stream(), stream));
        try (Connection connection = getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, array(connection, "text", streams, ReadStream::stream));
            select.setArray(2, array(connection, "bigint", streams, ReadStream::first));
            select.setInt(3, ReadStream.rows(BATCH));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    requireNonNull(byName.get(rows.getString("stream")))
                            .add(getDomainEventData(rows));
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("streams could not be read", e);
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long first, int batch) {
        ReadStream read = foreseen().get(stream);
        return read != null && first == read.next()
                ? read.events(batch)
                : super.fetchDomainEvents(stream, first, batch);
    }

    /** Under its lock nothing is added to a stream: a batch that is not full is the last. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    /** As text, since Axon cuts instants to milliseconds. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    private static Map<String, ReadStream> foreseen() {
        return Remembered.of(STREAMS);
    }

    private static Array array(
            Connection connection,
            String type,
            List<ReadStream> streams,
            Function<ReadStream, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, streams.stream().map(column).toArray());
    }

    private static Map<Sender, byte[]> envelopes(
            Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        Set<Sender> senders = events.stream().map(Sender::of).collect(Collectors.toSet());
        Map<Sender, byte[]> envelopes = new HashMap<>();
        PersonalRefs.of(connection, senders)
                .forEach((sender, refs) -> envelopes.put(sender, envelope(sender.caller(), refs)));
        return envelopes;
    }

    private static byte[] envelope(CallerInfo caller, PersonalRefs refs) {
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
