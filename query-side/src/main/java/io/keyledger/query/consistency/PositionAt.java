package io.keyledger.query.consistency;

import io.keyledger.access.problem.ApiProblem;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.OffsetDateTime;
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
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        refuseFuture(field, at);
        if (!headIsAfter(at, "")) {
            // A batch under way may have taken its time already: waits for its end.
            headIsAfter(at, "FOR SHARE");
        }
        return jdbc.sql(
                        """
                        SELECT position FROM ledger.entry WHERE ledgered_at <= :time
                         ORDER BY ledgered_at DESC, position DESC LIMIT 1
                        """)
                .param("time", at)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void refuseFuture(String field, OffsetDateTime time) {
        if (isSo("SELECT :time > clock_timestamp()", time)) {
            throw ApiProblem.invalid(field, "this time has not come yet");
        }
    }

    private boolean headIsAfter(OffsetDateTime time, String lock) {
        return isSo("SELECT ledgered_at > :time FROM ledger.head " + lock, time);
    }

    private boolean isSo(String sql, OffsetDateTime time) {
        return jdbc.sql(sql).param("time", time).query(Boolean.class).single();
    }
}
