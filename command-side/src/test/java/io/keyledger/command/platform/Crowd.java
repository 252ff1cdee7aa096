package io.keyledger.command.platform;

import io.keyledger.command.fixture.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Commands that come while their workspace is taken: the first waits for it and all others for the
 * first, so that they are carried out together.
 */
final class Crowd implements AutoCloseable {

    private final CommandNode node;
    private final Connection taken;
    private final List<FutureTask<Outcome>> sent = new ArrayList<>();

    Crowd(ScratchDatabase database, CommandNode node, String workspace) throws SQLException {
        this.node = node;
        this.taken = database.owner().getConnection();
        run("SELECT pg_advisory_lock(x'4b4c0001'::int, hashtext('%s'))".formatted(workspace));
    }

    /** Comes back when it waits. */
    FutureTask<Outcome> send(WorkspaceCommand command, CallerInfo caller) throws Exception {
        return send(() -> node.send(command, caller));
    }

    FutureTask<Outcome> send(WorkspaceCommand command, Answering<Outcome> answering)
            throws Exception {
        return send(() -> node.send(command, answering));
    }

    FutureTask<Outcome> send(WorkspaceCommand command) throws Exception {
        return send(command, CommandNode.system(null, null, null));
    }

    /** Takes a stream, too, until the crowd is gone. */
    void take(String stream) throws SQLException {
        run("SELECT pg_advisory_lock(x'4b4c0002'::int, hashtext('%s'))".formatted(stream));
    }

    void release(String workspace) throws SQLException {
        run("SELECT pg_advisory_unlock(x'4b4c0001'::int, hashtext('%s'))".formatted(workspace));
    }

    @Override
    public void close() throws SQLException {
        taken.close();
    }

    private FutureTask<Outcome> send(Callable<Outcome> sending) throws Exception {
        FutureTask<Outcome> task = new FutureTask<>(sending);
        Thread thread = Thread.ofVirtual().start(task);
        while (sent.isEmpty() ? !isWaitedFor() : !isGathered(thread)) {
            Thread.sleep(2);
        }
        sent.add(task);
        return task;
    }

    private static boolean isGathered(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(it -> it.getClassName().equals(Gathered.class.getName()));
    }

    private boolean isWaitedFor() throws SQLException {
        try (Statement statement = taken.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                        + " AND database = (SELECT oid FROM pg_database"
                                        + " WHERE datname = current_database())")) {
            return rows.next();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = taken.createStatement()) {
            statement.execute(sql);
        }
    }
}
