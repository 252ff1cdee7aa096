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

    /**
     * Halves the positions that it may be: they are dense, and time never runs backwards along
     * them. An index by time would cost every entry for what is asked rarely.
     */
    private static final String LAST_UNTIL =
            """
            WITH RECURSIVE range (least, most) AS (
                SELECT 0::bigint, position FROM ledger.head
                UNION ALL
                SELECT CASE WHEN e.ledgered_at <= :time THEN e.position ELSE least END,
                       CASE WHEN e.ledgered_at <= :time THEN most ELSE e.position - 1 END
                  FROM range JOIN ledger.entry e ON e.position = least + (most - least + 1) / 2
                 WHERE least < most)
            SELECT least FROM range WHERE least = most
            """;

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
        return jdbc.sql(LAST_UNTIL).param("time", at).query(Long.class).single();
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
