package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Finds changes, newest first. What no index finds is looked for in so many changes a page; then
 * the page may be short and go on all the same.
 */
@Component
class ChangeSearch {

    private static final int MOST_LOOKED_AT = 10_000;

    private final JdbcClient jdbc;
    private final int mostLookedAt;

    @Autowired
    ChangeSearch(@Qualifier("queryDataSource") DataSource dataSource) {
        this(dataSource, MOST_LOOKED_AT);
    }

    ChangeSearch(DataSource dataSource, int mostLookedAt) {
        this.jdbc = JdbcClient.create(dataSource);
        this.mostLookedAt = mostLookedAt;
    }

    /**
     * @param reached the change that was looked at last, if there may be more to find behind it;
     *     null if as many were found as wanted, or all
     */
    record Found(List<ChangeDraft> changes, @Nullable Long reached) {

        static final Found NOTHING = new Found(List.of(), null);

        Found {
            changes = List.copyOf(changes);
        }
    }

    /** Before an entry, no more than so many; of all workspaces without one. */
    Found find(
            @Nullable String workspace,
            AuditFilter filter,
            @Nullable Set<Long> addresses,
            long before,
            int fetch) {
        if (addresses != null && addresses.isEmpty()) {
            return Found.NOTHING;
        }
        ChangeQuery query = ChangeQuery.of(workspace, filter, addresses);
        Conditions where = new Conditions();
        List<ChangeDraft> found =
                jdbc.sql(query.sql(where, before, fetch, mostLookedAt))
                        .params(where.parameters())
                        .query((row, _) -> ChangeDraft.read(row))
                        .list();
        boolean whole = found.size() >= fetch || !query.looks();
        return new Found(found, whole ? null : last(query, before));
    }

    private @Nullable Long last(ChangeQuery query, long before) {
        Conditions where = new Conditions();
        return jdbc.sql(query.last(where, before, mostLookedAt))
                .params(where.parameters())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Those with these entries, in their order. */
    List<ChangeDraft> of(String workspace, List<Long> entries) {
        return jdbc.sql(
                        ChangeQuery.SELECT.formatted("views.audit_change_v1")
                                + " WHERE c.workspace = :ws AND c.entry = ANY (:entries)"
                                + " ORDER BY c.entry")
                .param("ws", workspace)
                .param("entries", entries.toArray(Long[]::new))
                .query((row, _) -> ChangeDraft.read(row))
                .list();
    }

    Optional<ChangeDraft> ofEvent(String workspace, UUID eventId) {
        return jdbc.sql(
                        ChangeQuery.SELECT.formatted("views.audit_change_v1")
                                + " WHERE c.event_id = :id AND c.workspace = :ws")
                .param("id", eventId)
                .param("ws", workspace)
                .query((row, _) -> ChangeDraft.read(row))
                .optional();
    }

    /** The keys that a service user ever had; and, since a person has none, its own id. */
    Set<String> keysOf(UUID holder) {
        Set<String> keys =
                new HashSet<>(
                        jdbc.sql(
                                        "SELECT DISTINCT key_id FROM views.audit_change_v1"
                                                + " WHERE service_user_id = :user AND key_id IS NOT NULL")
                                .param("user", holder)
                                .query(String.class)
                                .list());
        keys.add(holder.toString());
        return keys;
    }
}
