package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.ledger.LedgerEntries;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Reads records of key uses where they were written. */
@Component
class Journal {

    private final JdbcTemplate jdbc;

    Journal(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
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
        List<LedgerEntry> found =
                jdbc.execute(
                        (ConnectionCallback<List<LedgerEntry>>)
                                connection -> LedgerEntries.at(connection, indexes.keySet()));
        return found.stream()
                .collect(
                        Collectors.toMap(
                                LedgerEntry::position,
                                entry ->
                                        read(
                                                entry,
                                                indexes.getOrDefault(
                                                        entry.position(), List.of()))));
    }

    Optional<Long> positionOf(RecordId id) {
        String sql =
                "SELECT position FROM ledger.entry WHERE global_index = store.key_use_number(?, ?)";
        return jdbc.query(sql, (row, _) -> row.getLong(1), id.writer(), id.sequence()).stream()
                .findFirst();
    }

    private static JournalRecord read(LedgerEntry entry, List<Integer> indexes) {
        StoredRecord stored = entry.stored();
        return new JournalRecord(
                entry.position(),
                stored.workspace(),
                entry.ledgeredAt(),
                UUID.fromString(stored.stream()),
                stored.sequence(),
                KeyUsesCodec.some(stored.revision(), stored.payload(), indexes));
    }
}
