package io.keyledger.command.platform;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * A stream is tried once the workspace is shared: what is selected comes after what is joined.
     */
    private static final String SHARE =
            """
            SELECT pg_try_advisory_xact_lock(%2$d, hashtext(stream))
              FROM unnest(:streams) WITH ORDINALITY AS s (stream, place),
                   (SELECT set_config('lock_timeout', '5s', true),
                           CASE WHEN :besides
                                THEN pg_advisory_xact_lock_shared(%1$d, hashtext('system')) END,
                           pg_advisory_xact_lock_shared(%1$d, hashtext(:workspace))) shared
             ORDER BY place
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

    /**
     * For a command that is carried out by itself. One that is carried out with others has its
     * locks already, unless it takes away.
     */
    public void take(CallerInfo caller, String workspace, Mode mode, String stream) {
        switch (Turn.current()) {
            case TOGETHER -> {
                if (mode == Mode.EXCLUSIVE) {
                    throw new OutOfTurn();
                }
            }
            case BY_ITSELF -> takeNow(caller, workspace, mode, stream);
            case EXCLUSIVELY -> takeNow(caller, workspace, Mode.EXCLUSIVE, stream);
        }
    }

    /** Whether the command that is carried out has its workspace to itself, or was to have it. */
    public boolean isAlone(Mode asked) {
        return asked == Mode.EXCLUSIVE || Turn.current() == Turn.EXCLUSIVELY;
    }

    /**
     * For commands to one workspace that are carried out together.
     *
     * @return those whose streams nobody else has; for a stream nobody waits here, since others
     *     would wait with him
     */
    List<Gathered> takeTogether(List<Gathered> group) {
        String workspace = group.getFirst().workspace();
        List<Boolean> taken =
                jdbc.sql(SHARE)
                        .param(
                                "streams",
                                group.stream().map(Gathered::stream).toArray(String[]::new))
                        .param(
                                "besides",
                                group.stream().anyMatch(it -> isBesides(it.caller(), workspace)))
                        .param("workspace", workspace)
                        .query((row, _) -> row.getBoolean(1))
                        .list();
        return IntStream.range(0, group.size()).filter(taken::get).mapToObj(group::get).toList();
    }

    private void takeNow(CallerInfo caller, String workspace, Mode mode, String stream) {
        jdbc.sql(TAKE)
                .param("besides", isBesides(caller, workspace))
                .param("exclusive", mode == Mode.EXCLUSIVE)
                .param("workspace", workspace)
                .param("stream", stream)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static boolean isBesides(CallerInfo caller, String workspace) {
        return caller.actorWorkspace().equals(SYSTEM) && !workspace.equals(SYSTEM);
    }
}
