package io.keyledger.query.deadletter;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** Parked entries of the live views, by view and position. */
@Component
class ListDeadLetters {

    private static final String SELECT =
            """
            SELECT view, position, stream, workspace, type, cause, attempts, parked_at, tried_at
              FROM query.dead_letter WHERE copy = 'live' AND
            """;

    private final JdbcClient jdbc;

    ListDeadLetters(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Those after the given one in the list. */
    List<DeadLetterView> after(@Nullable String onlyView, String view, long position, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                  (view, position) > (:view, :position)
                                  AND (:only::text IS NULL OR view = :only)
                                ORDER BY view, position LIMIT :limit
                                """)
                .param("only", onlyView)
                .param("view", view)
                .param("position", position)
                .param("limit", limit)
                .query(ListDeadLetters::letter)
                .list();
    }

    Optional<DeadLetterView> at(String view, long position) {
        return jdbc.sql(SELECT + " view = :view AND position = :position")
                .param("view", view)
                .param("position", position)
                .query(ListDeadLetters::letter)
                .optional();
    }

    private static DeadLetterView letter(ResultSet row, int number) throws SQLException {
        return new DeadLetterView(
                row.getString("view"),
                row.getLong("position"),
                row.getString("stream"),
                row.getString("workspace"),
                row.getString("type"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                row.getObject("tried_at", OffsetDateTime.class).toInstant());
    }
}
