package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds changes, newest first. */
@Component
class ChangeSearch {

    private final JdbcClient jdbc;

    ChangeSearch(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Before an entry, no more than so many; of all workspaces without one. */
    List<ChangeDraft> find(
            @Nullable String workspace,
            AuditFilter filter,
            @Nullable Set<Long> addresses,
            long before,
            int fetch) {
        Conditions where = new Conditions();
        String sql = new ChangeQuery(workspace, filter, addresses).sql(where, before, fetch);
        return jdbc.sql(sql)
                .params(where.parameters())
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

    /** The keys that a service user ever had. */
    Set<String> keysOf(UUID serviceUser) {
        return Set.copyOf(
                jdbc.sql(
                                "SELECT DISTINCT key_id FROM views.audit_change_v1"
                                        + " WHERE service_user_id = :user AND key_id IS NOT NULL")
                        .param("user", serviceUser)
                        .query(String.class)
                        .list());
    }
}
