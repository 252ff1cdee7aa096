package io.keyledger.query.replay;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;

/**
 * The running rebuild of a view, as one transaction sees it. Each change throws {@link
 * RebuildEnded} when it is not running any more, which rolls the step back.
 */
record Rebuild(JdbcClient jdbc, UUID replay, String view, Phase phase) {

    static Optional<Rebuild> running(Connection connection, String view) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return jdbc.sql(
                        """
                        SELECT replay_id, phase FROM query.rebuild
                         WHERE view = :view AND state = 'running'
                        """)
                .param("view", view)
                .query(
                        (row, _) ->
                                new Rebuild(
                                        jdbc,
                                        row.getObject(1, UUID.class),
                                        view,
                                        Phase.of(row.getString(2))))
                .optional();
    }

    void enter(Phase next) {
        mustChange(change("phase = :phase").param("phase", next.storedName()));
    }

    void progress(long position, long workedMicros) {
        mustChange(
                change("position = :position, working_micros = working_micros + :worked")
                        .param("position", position)
                        .param("worked", workedMicros));
    }

    void compared(long position, byte[] live, byte[] rebuilt) {
        mustChange(
                change(
                                """
                                compared_at = :position, digest_before = :live,
                                digest_after = :rebuilt
                                """)
                        .param("position", position)
                        .param("live", live)
                        .param("rebuilt", rebuilt));
    }

    void complete(long position) {
        mustChange(
                change(
                                """
                                state = 'completed', phase = 'done', position = :position,
                                finished_at = clock_timestamp()
                                """)
                        .param("position", position));
    }

    /** Notes a failure; after too many the rebuild has failed. */
    void fail(String cause, int tooMany) {
        change(
                        """
                        failures = failures + 1, cause = :cause,
                        state = CASE WHEN failures + 1 < :many THEN state ELSE 'failed' END,
                        finished_at = CASE WHEN failures + 1 < :many THEN finished_at
                                           ELSE clock_timestamp() END
                        """)
                .param("cause", cause)
                .param("many", tooMany)
                .update();
    }

    private StatementSpec change(String assignments) {
        return jdbc.sql(
                        "UPDATE query.rebuild SET "
                                + assignments
                                + " WHERE replay_id = :replay AND view = :view AND state ="
                                + " 'running'")
                .param("replay", replay)
                .param("view", view);
    }

    private static void mustChange(StatementSpec change) {
        if (change.update() == 0) {
            throw new RebuildEnded();
        }
    }
}
