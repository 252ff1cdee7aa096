package io.keyledger.access.journal;

import io.keyledger.shared.record.ByteSink;
import io.keyledger.shared.use.KeyUses;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Inserts the records of a batch, as one row unless they are very many. */
public final class JournalInsert {

    /** Records have numbers behind their row's, which the store leaves free ({@code V21}). */
    static final int MOST = 1_023;

    static final String INTO =
            """
            INSERT INTO store.key_use_batch
                   (writer, first_sequence, type, revision, occurred_at, event_ids, workspaces, ends, payloads)
            """;

    private static final String SQL = INTO + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final PreparedStatement statement;

    public JournalInsert(Connection connection) throws SQLException {
        statement = connection.prepareStatement(SQL);
    }

    public void insert(JournalBatch batch) throws SQLException {
        List<JournalEntry> entries = batch.entries();
        for (int first = 0; first < entries.size(); first += MOST) {
            bind(
                    statement,
                    0,
                    batch,
                    entries.subList(first, Math.min(first + MOST, entries.size())));
            statement.executeUpdate();
        }
    }

    /** Binds a row's nine columns to the parameters behind so many others. */
    static void bind(
            PreparedStatement statement, int others, JournalBatch batch, List<JournalEntry> entries)
            throws SQLException {
        Object[] ids = new Object[entries.size()];
        Object[] workspaces = new Object[entries.size()];
        Object[] ends = new Object[entries.size()];
        ByteSink payloads = new ByteSink();
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            ids[i] = entry.eventId();
            workspaces[i] = entry.workspace();
            payloads.put(entry.payload());
            ends[i] = payloads.size();
        }
        Connection connection = statement.getConnection();
        statement.setObject(others + 1, batch.writer());
        statement.setLong(others + 2, entries.getFirst().sequence());
        statement.setString(others + 3, KeyUses.TYPE);
        statement.setInt(others + 4, KeyUses.REVISION);
        statement.setObject(others + 5, batch.decidedAt().atOffset(ZoneOffset.UTC));
        statement.setArray(others + 6, connection.createArrayOf("uuid", ids));
        statement.setArray(others + 7, connection.createArrayOf("text", workspaces));
        statement.setArray(others + 8, connection.createArrayOf("int", ends));
        statement.setBytes(others + 9, payloads.toBytes());
    }
}
