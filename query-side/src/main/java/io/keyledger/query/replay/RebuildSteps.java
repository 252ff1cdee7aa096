package io.keyledger.query.replay;

import io.keyledger.query.projection.DeadLetters;
import io.keyledger.query.projection.Follower;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewPosition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** The steps of a view's rebuild, each in a transaction and under a lock of the caller. */
final class RebuildSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildSteps.class);

    /** What is left to apply when the live view is locked for the change of places. */
    private static final long NEAR = 2_000;

    private static final String NO_RUNNING_REBUILD =
            """
            SELECT FROM query.view_position p
             WHERE view = ? AND copy = 'rebuild' AND NOT EXISTS
                   (SELECT FROM query.rebuild r
                     WHERE r.view = p.view AND state IN ('running', 'paused'))
               FOR UPDATE SKIP LOCKED
            """;

    private final Projection projection;
    private final Follower follower;

    RebuildSteps(Projection projection) {
        this.projection = projection;
        this.follower = new Follower(projection, ViewCopy.REBUILD);
    }

    boolean prepare(Connection connection, Rebuild rebuild) throws SQLException {
        tables(connection).create();
        letters(connection, ViewCopy.REBUILD).removeAll();
        position(connection, ViewCopy.REBUILD).moveTo(0);
        rebuild.enter(Phase.APPLY);
        LOG.info("The rebuild of view {} begins", projection.view());
        return true;
    }

    boolean apply(Connection connection, Rebuild rebuild, long from) throws SQLException {
        long live = position(connection, ViewCopy.LIVE).read().orElse(0L);
        long reached = advance(connection, rebuild, from, live);
        if (live - reached <= NEAR) {
            rebuild.enter(Phase.COMPARE);
        }
        return true;
    }

    /** In a snapshot in which the live view does not move, though in truth it goes on. */
    boolean compare(Connection connection, Rebuild rebuild, long from) throws SQLException {
        long live = position(connection, ViewCopy.LIVE).read().orElse(0L);
        for (long at = from; at < live; ) {
            at = advance(connection, rebuild, at, live);
        }
        tables(connection).analyze();
        byte[] before = ViewDigest.of(connection, projection, ViewCopy.LIVE);
        byte[] after = ViewDigest.of(connection, projection, ViewCopy.REBUILD);
        rebuild.compared(live, before, after);
        rebuild.enter(Phase.TAKE_OVER);
        LOG.info(
                "View {} and its rebuild are {} at position {}",
                projection.view(),
                Arrays.equals(before, after) ? "identical" : "DIFFERENT",
                live);
        return true;
    }

    boolean takeOver(Connection connection, Rebuild rebuild, long from) throws SQLException {
        ViewPosition livePosition = position(connection, ViewCopy.LIVE);
        long live = livePosition.read().orElse(0L);
        if (live - from > NEAR) {
            advance(connection, rebuild, from, live);
            return true;
        }
        // Whoever reads the live tables for long is not pushed aside, and nobody queues behind us.
        execute(connection, "SET LOCAL lock_timeout = '250ms'");
        long target = livePosition.lock().orElse(0L);
        for (long at = from; at < target; ) {
            at = follower.advance(connection, at, target).reached();
        }
        changePlaces(connection);
        rebuild.complete(target);
        LOG.info("The rebuild of view {} took over at {}", projection.view(), target);
        return true;
    }

    /** Removes what a rebuild left behind that was cancelled or has failed. */
    boolean cleanUp(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NO_RUNNING_REBUILD)) {
            statement.setString(1, projection.view());
            if (statement.executeQuery().next()) {
                tables(connection).drop();
                letters(connection, ViewCopy.REBUILD).removeAll();
                position(connection, ViewCopy.REBUILD).remove();
            }
        }
        return false;
    }

    private long advance(Connection connection, Rebuild rebuild, long from, long upTo)
            throws SQLException {
        long begin = System.nanoTime();
        long reached = follower.advance(connection, from, upTo).reached();
        rebuild.progress(reached, (System.nanoTime() - begin) / 1_000);
        return reached;
    }

    private void changePlaces(Connection connection) throws SQLException {
        tables(connection).takeOver();
        letters(connection, ViewCopy.LIVE).removeAll();
        letters(connection, ViewCopy.REBUILD).moveTo(ViewCopy.LIVE);
        position(connection, ViewCopy.REBUILD).remove();
    }

    private RebuildTables tables(Connection connection) {
        return new RebuildTables(connection, projection.tables());
    }

    private DeadLetters letters(Connection connection, ViewCopy copy) {
        return new DeadLetters(connection, projection.view(), copy);
    }

    private ViewPosition position(Connection connection, ViewCopy copy) {
        return new ViewPosition(connection, projection.view(), copy);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
