package io.keyledger.query.activity;

import static io.keyledger.query.activity.Counted.USE;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

/** Reads the counts of days. */
@Component
class Activity {

    private static final String OF_EVERYTHING =
            "SELECT day, kind, detail, sum(count) AS count FROM views.activity_day_v1 WHERE ";
    private static final String CHANGES =
            "SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, 'change' AS kind,"
                    + " type AS detail, count(*) AS count FROM views.audit_change_v1 WHERE ";
    private static final String BY_DAY = " GROUP BY 1, 2, 3";

    private final JdbcClient jdbc;
    private final KeyDayCounts keyDays;

    Activity(@Qualifier("queryDataSource") DataSource dataSource, KeyDayCounts keyDays) {
        this.keyDays = keyDays;
        this.jdbc = JdbcClient.create(dataSource);
    }

    LocalDate today() {
        return jdbc.sql("SELECT (statement_timestamp() AT TIME ZONE 'UTC')::date")
                .query(LocalDate.class)
                .single();
    }

    /** Days on which something happened, the first one first; of all workspaces without one. */
    List<DayCounts> counts(@Nullable String workspace, CountsFilter filter) {
        Days days = new Days();
        Conditions where = new Conditions();
        if (filter.isOfEverything()) {
            read(OF_EVERYTHING + days(where, workspace, "day", filter) + BY_DAY, where, days);
        } else {
            String day = "(occurred_at AT TIME ZONE 'UTC')::date";
            read(CHANGES + days(where, workspace, day, filter) + BY_DAY, where, days);
            keyDays.of(workspace, filter, (on, reason, count) -> days.add(on, USE, reason, count));
        }
        return days.counts();
    }

    /** Changes of one service user or key are few and counted as they are asked for. */
    private void read(String sql, Conditions where, Days days) {
        jdbc.sql(sql)
                .params(where.parameters())
                .query(
                        row -> {
                            days.add(
                                    row.getObject("day", LocalDate.class),
                                    row.getString("kind"),
                                    row.getString("detail"),
                                    row.getLong("count"));
                        });
    }

    private static String days(
            Conditions where, @Nullable String workspace, String day, CountsFilter filter) {
        return where.and(day + " >= :first", "first", filter.first())
                .and(day + " <= :last", "last", filter.last())
                .and("workspace = :ws", "ws", workspace)
                .and("service_user_id = :user", "user", filter.user())
                .and("key_id = :key", "key", filter.key())
                .sql();
    }
}
