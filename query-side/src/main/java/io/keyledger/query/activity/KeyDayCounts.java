package io.keyledger.query.activity;

import io.keyledger.query.bundle.Layout;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;

import javax.sql.DataSource;

/**
 * Reads how often keys were used on days. Whose keys they are is told by the changes that made
 * them.
 */
@Component
class KeyDayCounts {

    private static final String SELECT =
            """
            WITH wanted AS (SELECT DISTINCT workspace, key_id FROM views.audit_change_v1
                             WHERE key_id IS NOT NULL AND %s)
            SELECT w.key_id, b.*
              FROM wanted w
              JOIN views.activity_size_v1 z ON z.workspace = w.workspace
                   AND z.day BETWEEN :first AND :last
              JOIN views.activity_bundle_v1 b ON b.workspace = z.workspace AND b.day = z.day
                   AND b.bundle = views.key_place(w.key_id) & (1 << z.bits) - 1
            """;

    private static final Layout<WorkspaceDay, SortedMap<String, Long>> LAYOUT =
            KeyDays.in(table -> "views." + table);

    private final JdbcClient jdbc;

    KeyDayCounts(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Takes how often something was used on a day. */
    @FunctionalInterface
    interface Sums {
        void add(LocalDate day, String reason, long count);
    }

    /** Of one service user's keys, or of one key. */
    void of(@Nullable String workspace, CountsFilter filter, Sums sums) {
        Conditions where =
                new Conditions()
                        .set("first", filter.first())
                        .set("last", filter.last())
                        .and("workspace = :ws", "ws", workspace)
                        .and("service_user_id = :user", "user", filter.user())
                        .and("key_id = :key", "key", filter.key());
        jdbc.sql(SELECT.formatted(where.sql()))
                .params(where.parameters())
                .query(
                        row -> {
                            addTo(sums, row);
                        });
    }

    private static void addTo(Sums sums, ResultSet row) throws SQLException {
        var bundle = LAYOUT.read(row);
        bundle.byKey()
                .getOrDefault(row.getString("key_id"), Collections.emptySortedMap())
                .forEach((reason, count) -> sums.add(bundle.place().day(), reason, count));
    }
}
