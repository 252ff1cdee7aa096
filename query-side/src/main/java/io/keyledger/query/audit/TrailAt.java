package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.audittrail.AuditTrailProjection;
import io.keyledger.query.consistency.PositionAt;
import io.keyledger.query.history.EntryNumber;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;

import javax.sql.DataSource;

/** Where the trail ended at a time. */
@Component
class TrailAt {

    private final JdbcClient jdbc;
    private final PositionAt positionAt;

    TrailAt(@Qualifier("queryDataSource") DataSource dataSource, PositionAt positionAt) {
        this.jdbc = JdbcClient.create(dataSource);
        this.positionAt = positionAt;
    }

    /**
     * The first entry that was not there yet; without a time none is.
     *
     * @throws ApiProblem 400 for a time to come, 503 {@code view-behind}
     */
    long end(@Nullable Instant at) {
        if (at == null) {
            return Long.MAX_VALUE;
        }
        long position = positionAt.resolve("at", at);
        if (reached() < position) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "view-behind",
                            "the audit trail has not reached that time yet")
                    .with("Retry-After", "1");
        }
        return EntryNumber.of(position + 1, 0);
    }

    private long reached() {
        return jdbc.sql(
                        "SELECT coalesce(max(position), 0) FROM query.view_position"
                                + " WHERE view = :view AND copy = 'live'")
                .param("view", AuditTrailProjection.VIEW)
                .query(Long.class)
                .single();
    }
}
