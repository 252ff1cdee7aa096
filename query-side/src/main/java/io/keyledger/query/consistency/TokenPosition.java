package io.keyledger.query.consistency;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.shared.record.ConsistencyToken;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.OptionalLong;

import javax.sql.DataSource;

/** Where the event of a consistency token stands in the ledger. */
@Component
class TokenPosition {

    private static final String QUERY =
            """
            SELECT d.sequence IS NOT NULL AS known, e.position
              FROM store.identity i CROSS JOIN pg_control_checkpoint() c
              LEFT JOIN store.domain_event d ON d.stream = :stream AND d.sequence = :sequence
              LEFT JOIN ledger.entry e ON e.global_index = d.global_index
             WHERE i.store_id = :store AND c.timeline_id = :timeline
            """;

    private final JdbcClient jdbc;

    TokenPosition(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The position, or nothing while the event is not ledgered.
     *
     * @throws ApiProblem 410 for a token of another incarnation of the store
     */
    OptionalLong find(ConsistencyToken token) {
        return jdbc.sql(QUERY)
                .param("stream", token.stream())
                .param("sequence", token.sequence())
                .param("store", token.store())
                .param("timeline", token.timeline())
                .query((row, _) -> new Found(row.getBoolean("known"), row.getLong("position")))
                .optional()
                .filter(Found::known)
                .orElseThrow(TokenPosition::otherIncarnation)
                .asPosition();
    }

    private static ApiProblem otherIncarnation() {
        return new ApiProblem(
                HttpStatus.GONE,
                "other-incarnation",
                "The store was restored since this token was given; read again without it.");
    }

    private record Found(boolean known, long position) {
        OptionalLong asPosition() {
            return position == 0 ? OptionalLong.empty() : OptionalLong.of(position);
        }
    }
}
