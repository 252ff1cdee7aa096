package io.keyledger.query.activity;

import io.keyledger.query.history.Columns;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import javax.sql.DataSource;

/** Reads where the audit trail has entries, which it keeps for finding them by time. */
@Component
class Hours {

    private final JdbcClient jdbc;

    Hours(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Instant now() {
        return jdbc.sql("SELECT statement_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    List<ActiveHour> active(String workspace, HourQuery.Hours asked) {
        return jdbc.sql(
                        """
                        SELECT hour, bool_or(NOT use) AS changes, bool_or(use) AS uses
                          FROM (SELECT workspace, hour, false AS use FROM views.audit_hour_v1
                                UNION ALL
                                SELECT workspace, hour, true FROM views.key_use_hour_v1) known
                         WHERE workspace = :ws AND hour >= :first AND hour < :end
                         GROUP BY hour ORDER BY hour
                        """)
                .param("ws", workspace)
                .param("first", Columns.atUtc(asked.first()))
                .param("end", Columns.atUtc(asked.end()))
                .query(
                        (row, _) ->
                                new ActiveHour(
                                        Columns.instant(row, "hour"),
                                        row.getBoolean("changes"),
                                        row.getBoolean("uses")))
                .list();
    }
}
