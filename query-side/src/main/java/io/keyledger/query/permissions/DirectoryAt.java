package io.keyledger.query.permissions;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.consistency.PositionAt;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.history.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

/**
 * Which position of the directory answers for a time: a view that is not there yet is waited for.
 */
@Component
class DirectoryAt {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 5;

    private final JdbcClient jdbc;
    private final PositionAt positionAt;

    DirectoryAt(@Qualifier("queryDataSource") DataSource dataSource, PositionAt positionAt) {
        this.jdbc = JdbcClient.create(dataSource);
        this.positionAt = positionAt;
    }

    /** A time and the ledger's position then, both of the database. */
    record Point(Instant at, long position) {}

    /**
     * The point of that time, or where the directory is now.
     *
     * @throws ApiProblem 400 for a time to come, 503 {@code view-behind}
     */
    Point of(@Nullable Instant at) {
        if (at == null) {
            return now();
        }
        long position = positionAt.resolve("at", at);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (now().position() < position) {
            if (System.nanoTime() > deadline) {
                throw behind();
            }
            pause();
        }
        return new Point(at, position);
    }

    private Point now() {
        return jdbc.sql(
                        """
                        SELECT clock_timestamp() AS at, coalesce(max(position), 0) AS position
                          FROM query.view_position WHERE view = :view AND copy = 'live'
                        """)
                .param("view", DirectoryProjection.VIEW)
                .query((row, _) -> new Point(Columns.instant(row, "at"), row.getLong("position")))
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw behind();
        }
    }

    private static ApiProblem behind() {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "view-behind",
                        "the view has not reached that time yet")
                .with("Retry-After", "1");
    }
}
