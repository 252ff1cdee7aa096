package io.keyledger.query.projection;

import io.keyledger.query.ledger.Portion;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.ViewPosition.Standing;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps one live view up to date. Any number of nodes may do so: one of them applies at a time. */
public final class LiveView {

    private final String view;
    private final Follower follower;
    private final Transactions transactions;
    private final ObservationRegistry observations;

    public LiveView(Projection projection, Transactions transactions) {
        this(
                projection.view(),
                new Follower(projection, ViewCopy.LIVE),
                transactions,
                ObservationRegistry.NOOP);
    }

    LiveView(
            String view,
            Follower follower,
            Transactions transactions,
            ObservationRegistry observations) {
        this.view = view;
        this.follower = follower;
        this.transactions = transactions;
        this.observations = observations;
    }

    /** How far a step came. */
    public enum Progress {
        /** There was nothing to apply, or another node applies it. */
        NONE,
        /** All there was when it was read is applied. */
        CAUGHT_UP,
        /** There is more. */
        BEHIND
    }

    /** Applies one portion. */
    public Progress step() throws SQLException {
        Standing standing = transactions.look(connection -> position(connection).standing());
        Long position = standing.position();
        if (position == null) {
            return transactions.run(this::start);
        }
        return position < standing.head()
                ? transactions.run(connection -> step(connection, standing.head()))
                : Progress.NONE;
    }

    private ViewPosition position(Connection connection) {
        return new ViewPosition(connection, view, ViewCopy.LIVE);
    }

    private Progress start(Connection connection) {
        position(connection).startIfAbsent();
        return Progress.BEHIND;
    }

    /** Another node may have gone on meanwhile, or be at it. */
    private Progress step(Connection connection, long head) throws SQLException {
        commitWithoutWaiting(connection);
        long from = position(connection).tryLock().orElse(head);
        if (from >= head) {
            return Progress.NONE;
        }
        return advance(connection, from, head).isCut() ? Progress.BEHIND : Progress.CAUGHT_UP;
    }

    /**
     * A crash may take back what the view has applied in its last moments, and its position with
     * it: it applies it again, and nobody has to wait for the disk.
     */
    private static void commitWithoutWaiting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = off");
        }
    }

    private Portion advance(Connection connection, long from, long head) throws SQLException {
        return Observation.createNotStarted("keyledger.view.batch", observations)
                .contextualName("view " + view)
                .lowCardinalityKeyValue("view", view)
                .<Portion, SQLException>observeChecked(
                        () -> follower.advance(connection, from, head));
    }
}
