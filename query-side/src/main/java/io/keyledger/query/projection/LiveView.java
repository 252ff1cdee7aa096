package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerReader;
import io.keyledger.query.platform.Transactions;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps one live view up to date. Any number of nodes may do so: one of them applies at a time. */
public final class LiveView {

    private final String view;
    private final Follower follower;
    private final Transactions transactions;
    private final ObservationRegistry observations;

    public LiveView(Projection projection, Transactions transactions) {
        this(projection, transactions, ObservationRegistry.NOOP);
    }

    LiveView(Projection projection, Transactions transactions, ObservationRegistry observations) {
        this.view = projection.view();
        this.follower = new Follower(projection, ViewCopy.LIVE);
        this.transactions = transactions;
        this.observations = observations;
    }

    /** Applies one portion and says whether there is more. */
    public boolean step() throws SQLException {
        return transactions.run(this::step);
    }

    private boolean step(Connection connection) throws SQLException {
        ViewPosition position = new ViewPosition(connection, view, ViewCopy.LIVE);
        Optional<Long> seen = position.read();
        if (seen.isEmpty()) {
            position.startIfAbsent();
            return true;
        }
        long head = LedgerReader.head(connection);
        if (seen.get() >= head) {
            return false;
        }
        // Read anew under the lock: another node may have gone on.
        long from = position.tryLock().orElse(head);
        return from < head && advance(connection, from, head) < head;
    }

    private long advance(Connection connection, long from, long head) throws SQLException {
        return Observation.createNotStarted("keyledger.view.batch", observations)
                .contextualName("view " + view)
                .lowCardinalityKeyValue("view", view)
                .<Long, SQLException>observeChecked(() -> follower.advance(connection, from, head));
    }
}
