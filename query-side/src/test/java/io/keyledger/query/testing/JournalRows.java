package io.keyledger.query.testing;

import io.keyledger.query.history.Columns;
import io.keyledger.shared.use.KeyUses;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes journal records as the gate does, and as it did. */
public record JournalRows(JdbcClient jdbc) {

    /** One workspace's record. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database
    public record Row(UUID eventId, String workspace, byte[] payload) {}

    /** The records of a batch, the first of this sequence; the batch's number. */
    public long batch(UUID writer, long firstSequence, Instant decidedAt, List<Row> rows) {
        ByteArrayOutputStream payloads = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();
        for (Row row : rows) {
            payloads.writeBytes(row.payload());
            ends.add(payloads.size());
        }
        return jdbc.sql(
                        """
                        INSERT INTO store.key_use_batch
                               (writer, first_sequence, type, revision, occurred_at, event_ids,
                                workspaces, ends, payloads)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING global_index
                        """)
                .params(
                        writer,
                        firstSequence,
                        KeyUses.TYPE,
                        KeyUses.REVISION,
                        Columns.atUtc(decidedAt),
                        rows.stream().map(Row::eventId).toArray(UUID[]::new),
                        rows.stream().map(Row::workspace).toArray(String[]::new),
                        ends.toArray(Integer[]::new),
                        payloads.toByteArray())
                .query(Long.class)
                .single();
    }

    /** A record with a row of its own, as they were written before batches had rows; its number. */
    public long ofOld(UUID writer, long sequence, Instant decidedAt, Row row) {
        return jdbc.sql(
                        """
                        INSERT INTO store.key_use_record
                               (event_id, workspace, stream, sequence, type, revision, occurred_at,
                                metadata, payload)
                        VALUES (?, ?, ?, ?, ?, ?, ?, '', ?) RETURNING global_index
                        """)
                .params(
                        row.eventId(),
                        row.workspace(),
                        writer.toString(),
                        sequence,
                        KeyUses.TYPE,
                        KeyUses.REVISION,
                        Columns.atUtc(decidedAt),
                        row.payload())
                .query(Long.class)
                .single();
    }
}
