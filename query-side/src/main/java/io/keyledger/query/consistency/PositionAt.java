package io.keyledger.query.consistency;

import io.keyledger.access.web.ApiProblem;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;

import javax.sql.DataSource;

/** The ledger position at a time: everything up to it had been ledgered by then, nothing after. */
@Component
public class PositionAt {

    private final JdbcClient jdbc;

    public PositionAt(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The last position that was ledgered at that time or before, 0 if there was none.
     *
     * @param field what to call the time in a problem
     * @throws ApiProblem 400 for a time that has not come yet by the database's clock
     */
    public long resolve(String field, Instant time) {
        refuseFuture(field, time);
        if (!time.isBefore(headTime(""))) {
            // A batch under way may have taken its time already: waits for its end.
            headTime("FOR SHARE");
        }
        return jdbc.sql(
                        """
                        SELECT coalesce(max(position), 0) FROM ledger.entry
                         WHERE ledgered_at =
                               (SELECT max(ledgered_at) FROM ledger.entry WHERE ledgered_at <= :time)
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void refuseFuture(String field, Instant time) {
        boolean future =
                jdbc.sql("SELECT :time > clock_timestamp()")
                        .param("time", time.atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single();
        if (future) {
            throw ApiProblem.invalid(field, "this time has not come yet");
        }
    }

    /** Before the first entry, the earliest of times. */
    private Instant headTime(String lock) {
        return jdbc.sql(
                        """
                        SELECT greatest(ledgered_at, '-4000-01-01 00:00:00Z BC'::timestamptz)
                          FROM ledger.head
                        """
                                + lock)
                .query((row, _) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }
}
