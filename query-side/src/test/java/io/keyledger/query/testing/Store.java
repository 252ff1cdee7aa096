package io.keyledger.query.testing;

import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.EventJson;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.KeyUsesHeader;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Writes records as the command side and the gate do, event by event. */
public final class Store {

    private static final String INSERT =
            """
            INSERT INTO store.domain_event (event_id, workspace, stream_type, stream, sequence, type,
                                            revision, occurred_at, metadata, payload)
            VALUES (?, ?, 'role', ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource command;
    private final DataSource single;

    public Store(ScratchDatabase database) {
        this.command = database.command();
        this.single = new SingleConnectionDataSource(connect(), true);
    }

    private Connection connect() {
        try {
            return command.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DataSource command() {
        return command;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(single);
    }

    /** One event in a transaction of its own. */
    public void event(String workspace, String stream, long sequence, DomainEvent event) {
        try (Connection connection = single.getConnection()) {
            event(connection, workspace, stream, sequence, event);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One event in a transaction of the caller. */
    public static void event(
            Connection connection,
            String workspace,
            String stream,
            long sequence,
            DomainEvent event)
            throws SQLException {
        payload(connection, workspace, stream, sequence, event, new EventJson().write(event));
    }

    /** An event whose bytes no code can read. */
    public void unreadable(String workspace, String stream, long sequence, DomainEvent event) {
        try (Connection connection = single.getConnection()) {
            payload(
                    connection,
                    workspace,
                    stream,
                    sequence,
                    event,
                    "no JSON: s3cret".getBytes(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A journal record of so many uses. */
    public void uses(String workspace, UUID writer, long sequence, int count) {
        KeyUsesHeader header =
                new KeyUsesHeader(
                        Instant.parse("2026-01-01T00:00:00Z"), "1:1:", List.of(), List.of());
        List<KeyUse> uses =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new KeyUse(
                                                null, List.of(), "a:view", null, "/" + i, null,
                                                null, null, List.of(), null, null, null, null, null,
                                                null, null, 1))
                        .toList();
        journal(workspace, writer, sequence, KeyUsesCodec.write(new KeyUses(header, uses)));
    }

    public void journal(String workspace, UUID writer, long sequence, byte[] payload) {
        journal(UUID.randomUUID(), workspace, writer, sequence, payload);
    }

    public void journal(
            UUID eventId, String workspace, UUID writer, long sequence, byte[] payload) {
        new JournalRows(JdbcClient.create(single))
                .batch(
                        writer,
                        sequence,
                        Instant.now(),
                        List.of(new JournalRows.Row(eventId, workspace, payload)));
    }

    private static void payload(
            Connection connection,
            String workspace,
            String stream,
            long sequence,
            DomainEvent event,
            byte[] payload)
            throws SQLException {
        WireType type = EventCatalogue.typeOf(event.getClass());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, workspace);
            statement.setString(3, stream);
            statement.setLong(4, sequence);
            statement.setString(5, type.name());
            statement.setInt(6, type.revision());
            statement.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
            statement.setBytes(8, metadata());
            statement.setBytes(9, payload);
            statement.executeUpdate();
        }
    }

    private static byte[] metadata() {
        return MetadataJson.write(
                new RecordMetadata(
                        RecordedActor.system("testing"),
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        null));
    }
}
