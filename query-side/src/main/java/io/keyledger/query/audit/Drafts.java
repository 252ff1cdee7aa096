package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Reads entries by their numbers, newest first. */
@Component
class Drafts {

    private final JdbcClient jdbc;
    private final Journal journal;

    Drafts(@Qualifier("queryDataSource") DataSource dataSource, Journal journal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
    }

    List<Draft> of(String workspace, List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Long[] entries = numbers.toArray(Long[]::new);
        List<Draft> all = new ArrayList<>(changes(workspace, entries));
        all.addAll(uses(workspace, entries));
        all.sort(Comparator.comparingLong(Draft::entry).reversed());
        return all;
    }

    Optional<Long> ofEvent(String workspace, UUID eventId) {
        return jdbc.sql(
                        "SELECT entry FROM views.audit_change_v1"
                                + " WHERE event_id = :id AND workspace = :ws")
                .param("id", eventId)
                .param("ws", workspace)
                .query(Long.class)
                .optional();
    }

    private List<ChangeDraft> changes(String workspace, Long[] entries) {
        return jdbc.sql(
                        """
                        SELECT c.*, e.ledgered_at FROM views.audit_change_v1 c
                          JOIN ledger.entry e ON e.position = c.entry >> 20
                         WHERE c.workspace = :ws AND c.entry = ANY (:entries)
                        """)
                .param("ws", workspace)
                .param("entries", entries)
                .query((row, _) -> ChangeDraft.read(row))
                .list();
    }

    private List<UseDraft> uses(String workspace, Long[] entries) {
        List<Row> rows =
                jdbc.sql(
                                "SELECT entry, service_user_id FROM views.audit_use_v1"
                                        + " WHERE workspace = :ws AND entry = ANY (:entries)")
                        .param("ws", workspace)
                        .param("entries", entries)
                        .query(
                                (row, _) ->
                                        new Row(
                                                row.getLong("entry"),
                                                row.getObject("service_user_id", UUID.class)))
                        .list();
        Set<Long> positions = rows.stream().map(Row::position).collect(Collectors.toSet());
        Map<Long, JournalRecord> records = journal.at(positions);
        return rows.stream().map(row -> row.draft(records)).toList();
    }

    private record Row(long entry, @Nullable UUID serviceUserId) {

        long position() {
            return EntryNumber.position(entry);
        }

        UseDraft draft(Map<Long, JournalRecord> records) {
            JournalRecord record = records.get(position());
            if (record == null) {
                throw new IllegalStateException("an audit entry has no journal record");
            }
            return new UseDraft(entry, serviceUserId, record);
        }
    }
}
