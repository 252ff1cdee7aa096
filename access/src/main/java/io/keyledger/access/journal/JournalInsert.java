package io.keyledger.access.journal;

import io.keyledger.shared.use.KeyUses;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Inserts the records of a batch by one statement. */
public final class JournalInsert {

    private static final String SQL =
            """
            INSERT INTO store.key_use_record
                   (event_id, workspace, stream, sequence, type, revision, occurred_at, metadata, payload)
            SELECT r.event_id, r.workspace, ?, r.sequence, ?, ?, ?, ''::bytea, r.payload
              FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bytea[])
                   AS r (event_id, workspace, sequence, payload)
            """;

    private final PreparedStatement statement;

    public JournalInsert(Connection connection) throws SQLException {
        statement = connection.prepareStatement(SQL);
    }

    public void insert(JournalBatch batch) throws SQLException {
        statement.setString(1, batch.writer().toString());
        statement.setString(2, KeyUses.TYPE);
        statement.setInt(3, KeyUses.REVISION);
        statement.setObject(4, batch.decidedAt().atOffset(ZoneOffset.UTC));
        setArray(5, "uuid", batch.entries(), JournalEntry::eventId);
        setArray(6, "text", batch.entries(), JournalEntry::workspace);
        setArray(7, "bigint", batch.entries(), JournalEntry::sequence);
        byte[][] payloads =
                batch.entries().stream().map(JournalEntry::payload).toArray(byte[][]::new);
        statement.setArray(8, statement.getConnection().createArrayOf("bytea", payloads));
        statement.executeUpdate();
    }

    private void setArray(
            int index, String type, List<JournalEntry> entries, Function<JournalEntry, ?> part)
            throws SQLException {
        Object[] values = entries.stream().map(part).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
