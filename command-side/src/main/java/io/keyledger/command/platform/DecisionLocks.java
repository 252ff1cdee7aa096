package io.keyledger.command.platform;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The locks that put decisions in order, taken before anything is read, so that events get their
 * numbers in the order in which they were decided. Always the same order: the actor's workspace,
 * the target's, the stream. They end with the transaction; waiting longer than 5 s fails the
 * command.
 */
@Component
public class DecisionLocks {

    private static final String SYSTEM = "system";
    private static final int WORKSPACES = 0x4B4C_0001;
    private static final int STREAMS = 0x4B4C_0002;
    private static final String TAKE =
            """
            SELECT set_config('lock_timeout', '5s', true),
                   CASE WHEN :besides THEN pg_advisory_xact_lock_shared(%1$d, hashtext('system')) END,
                   CASE WHEN :exclusive THEN pg_advisory_xact_lock(%1$d, hashtext(:workspace))
                        ELSE pg_advisory_xact_lock_shared(%1$d, hashtext(:workspace)) END,
                   pg_advisory_xact_lock(%2$d, hashtext(:stream))
            """
                    .formatted(WORKSPACES, STREAMS);

    /** How the target workspace is locked. */
    public enum Mode {
        /** Beside others: for what adds to one service user or to nobody yet. */
        SHARED,
        /** Alone: for what takes away, or reaches others through a role or a group. */
        EXCLUSIVE
    }

    private final JdbcClient jdbc;

    DecisionLocks(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void take(CallerInfo caller, String workspace, Mode mode, String stream) {
        boolean besides = caller.actorWorkspace().equals(SYSTEM) && !workspace.equals(SYSTEM);
        jdbc.sql(TAKE)
                .param("besides", besides)
                .param("exclusive", mode == Mode.EXCLUSIVE)
                .param("workspace", workspace)
                .param("stream", stream)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
