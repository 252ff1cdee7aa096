package io.keyledger.query.activity;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

/** Reads the counts of days. */
@Component
class Activity {

    private static final String OF_EVERYTHING =
            "SELECT day, kind, detail, sum(count) AS count FROM views.activity_day_v1 WHERE ";
    private static final String USES =
            "SELECT day, 'use' AS kind, reason AS detail, sum(count) AS count"
                    + " FROM views.activity_key_v1 WHERE ";
    private static final String CHANGES =
            "SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, 'change' AS kind,"
                    + " type AS detail, count(*) AS count FROM views.audit_change_v1 WHERE ";
    private static final String BY_DAY = " GROUP BY 1, 2, 3";

    private final JdbcClient jdbc;

    Activity(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    LocalDate today() {
        return jdbc.sql("SELECT (statement_timestamp() AT TIME ZONE 'UTC')::date")
                .query(LocalDate.class)
                .single();
    }

    /** Days on which something happened, the first one first; of all workspaces without one. */
    List<DayCounts> counts(@Nullable String workspace, CountsFilter filter) {
        Conditions where = new Conditions();
        String sql =
                filter.isOfEverything()
                        ? OF_EVERYTHING + days(where, workspace, "day", filter) + BY_DAY
                        : someones(where, workspace, filter);
        SortedMap<LocalDate, Map<String, Map<String, Long>>> days = new TreeMap<>();
        jdbc.sql(sql)
                .params(where.parameters())
                .query(
                        row -> {
                            days.computeIfAbsent(
                                            row.getObject("day", LocalDate.class),
                                            _ -> new HashMap<>())
                                    .computeIfAbsent(row.getString("kind"), _ -> new HashMap<>())
                                    .put(row.getString("detail"), row.getLong("count"));
                        });
        return days.entrySet().stream()
                .map(
                        day ->
                                DayCounts.of(
                                        day.getKey(),
                                        day.getValue().getOrDefault(Counted.CHANGE, Map.of()),
                                        day.getValue().getOrDefault(Counted.USE, Map.of())))
                .toList();
    }

    /** Changes of one service user or key are few and counted as they are asked for. */
    private static String someones(
            Conditions all, @Nullable String workspace, CountsFilter filter) {
        String uses = USES + days(all, workspace, "day", filter) + BY_DAY;
        String changes =
                CHANGES
                        + days(all, workspace, "(occurred_at AT TIME ZONE 'UTC')::date", filter)
                        + BY_DAY;
        return uses + " UNION ALL " + changes;
    }

    private static String days(
            Conditions all, @Nullable String workspace, String day, CountsFilter filter) {
        Conditions where =
                new Conditions()
                        .and(day + " >= :first", "first", filter.first())
                        .and(day + " <= :last", "last", filter.last())
                        .and("workspace = :ws", "ws", workspace)
                        .and("service_user_id = :user", "user", filter.user())
                        .and("key_id = :key", "key", filter.key());
        where.parameters().forEach(all::set);
        return where.sql();
    }
}
