package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;

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

    private static final String PLACES =
            "unnest(:workspaces::text[], :entries::bigint[]) AS p (workspace, entry)";

    private final JdbcClient jdbc;
    private final Journal journal;

    Drafts(@Qualifier("queryDataSource") DataSource dataSource, Journal journal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
    }

    List<Draft> of(List<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        List<Draft> all = new ArrayList<>(changes(places));
        all.addAll(uses(places));
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

    private List<ChangeDraft> changes(List<Place> places) {
        return at(
                        "SELECT c.*, e.ledgered_at FROM views.audit_change_v1 c"
                                + " JOIN ledger.entry e ON e.position = c.entry >> 20 JOIN "
                                + PLACES
                                + " ON c.workspace = p.workspace AND c.entry = p.entry",
                        places)
                .query((row, _) -> ChangeDraft.read(row))
                .list();
    }

    private List<UseDraft> uses(List<Place> places) {
        List<Row> rows =
                at(
                                "SELECT u.entry FROM views.audit_use_v1 u JOIN "
                                        + PLACES
                                        + " ON u.workspace = p.workspace AND u.entry = p.entry",
                                places)
                        .query((row, _) -> new Row(row.getLong("entry")))
                        .list();
        Set<Long> positions = rows.stream().map(Row::position).collect(Collectors.toSet());
        Map<Long, JournalRecord> records = journal.at(positions);
        return rows.stream().map(row -> row.draft(records)).toList();
    }

    private JdbcClient.StatementSpec at(String sql, List<Place> places) {
        return jdbc.sql(sql)
                .param("workspaces", places.stream().map(Place::workspace).toArray(String[]::new))
                .param("entries", places.stream().map(Place::entry).toArray(Long[]::new));
    }

    private record Row(long entry) {

        long position() {
            return EntryNumber.position(entry);
        }

        UseDraft draft(Map<Long, JournalRecord> records) {
            JournalRecord record = records.get(position());
            if (record == null) {
                throw new IllegalStateException("an audit entry has no journal record");
            }
            return new UseDraft(entry, record);
        }
    }
}
