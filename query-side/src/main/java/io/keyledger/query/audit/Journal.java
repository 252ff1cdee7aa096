package io.keyledger.query.audit;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.EntryNumber;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Reads records of key uses where they were written. */
@Component
class Journal {

    private static final String RECORDS =
            """
            SELECT e.position, e.ledgered_at, r.workspace, r.stream, r.sequence, r.revision,
                   r.payload
              FROM ledger.entry e
              JOIN store.key_use_record r ON r.global_index = e.global_index
             WHERE e.position = ANY (:positions)
            """;

    private final JdbcClient jdbc;

    Journal(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The records of these entries, by position, with these entries' uses. */
    Map<Long, JournalRecord> of(Collection<Long> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Integer>> indexes =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EntryNumber::position,
                                        Collectors.mapping(
                                                EntryNumber::index, Collectors.toList())));
        return jdbc
                .sql(RECORDS)
                .param("positions", indexes.keySet().toArray(Long[]::new))
                .query((row, _) -> read(row, indexes))
                .list()
                .stream()
                .collect(Collectors.toMap(JournalRecord::position, Function.identity()));
    }

    Optional<Long> positionOf(RecordId id) {
        return jdbc.sql(
                        """
                        SELECT e.position FROM store.key_use_record r
                          JOIN ledger.entry e ON e.global_index = r.global_index
                         WHERE r.stream = :writer AND r.sequence = :sequence
                        """)
                .param("writer", id.writer().toString())
                .param("sequence", id.sequence())
                .query(Long.class)
                .optional();
    }

    private static JournalRecord read(ResultSet row, Map<Long, List<Integer>> indexes)
            throws SQLException {
        long position = row.getLong("position");
        return new JournalRecord(
                position,
                row.getString("workspace"),
                Columns.instant(row, "ledgered_at"),
                UUID.fromString(row.getString("stream")),
                row.getLong("sequence"),
                KeyUsesCodec.some(
                        row.getInt("revision"),
                        row.getBytes("payload"),
                        indexes.getOrDefault(position, List.of())));
    }
}
