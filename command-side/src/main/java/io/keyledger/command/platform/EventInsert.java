package io.keyledger.command.platform;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Appends the events of a unit of work by one statement, which also tells their common time. */
record EventInsert(Map<Sender, byte[]> envelopes, Serializer serializer) {

    private static final String SQL =
            """
            INSERT INTO store.domain_event (event_id, workspace, stream_type, stream, sequence,
                                            type, revision, metadata, payload)
            SELECT e.event_id, e.workspace, split_part(e.type, '.', 1), e.stream, e.sequence,
                   e.type, e.revision, e.metadata, e.payload
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[],
                          ?::bytea[], ?::bytea[])
                   WITH ORDINALITY AS e (event_id, workspace, stream, sequence, type, revision,
                                         metadata, payload, place)
             ORDER BY e.place
            RETURNING occurred_at
            """;

    /** The events get their numbers in the order of the list. */
    Instant run(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            bind(insert, events);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    private void bind(PreparedStatement insert, List<? extends EventMessage<?>> events)
            throws SQLException {
        int count = events.size();
        UUID[] ids = new UUID[count];
        String[] workspaces = new String[count];
        String[] streams = new String[count];
        Long[] sequences = new Long[count];
        String[] types = new String[count];
        Integer[] revisions = new Integer[count];
        byte[][] metadata = new byte[count][];
        byte[][] payloads = new byte[count][];
        for (int i = 0; i < count; i++) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) events.get(i);
            SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
            Sender sender = Sender.of(event);
            workspaces[i] = sender.workspace();
            metadata[i] = Objects.requireNonNull(envelopes.get(sender));
            ids[i] = UUID.fromString(event.getIdentifier());
            streams[i] = event.getAggregateIdentifier();
            sequences[i] = event.getSequenceNumber();
            types[i] = payload.getType().getName();
            revisions[i] = Integer.valueOf(payload.getType().getRevision());
            payloads[i] = payload.getData();
        }
        array(insert, 1, "uuid", ids);
        array(insert, 2, "text", workspaces);
        array(insert, 3, "text", streams);
        array(insert, 4, "bigint", sequences);
        array(insert, 5, "text", types);
        array(insert, 6, "int", revisions);
        array(insert, 7, "bytea", metadata);
        array(insert, 8, "bytea", payloads);
    }

    private static void array(PreparedStatement insert, int place, String type, Object[] values)
            throws SQLException {
        insert.setArray(place, insert.getConnection().createArrayOf(type, values));
    }
}
