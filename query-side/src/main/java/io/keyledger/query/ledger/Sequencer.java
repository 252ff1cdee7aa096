package io.keyledger.query.ledger;

import io.keyledger.query.platform.Breath;
import io.keyledger.query.platform.Failures;
import io.keyledger.query.platform.Loop;
import io.keyledger.query.platform.LoopSource;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Appends to the ledger for as long as the application runs. Any number may run: the advisory lock
 * only saves them from queueing, the lock on the ledger's head makes it right.
 *
 * <p>A batch that fails because of what it holds is tried again with fewer and fewer records, until
 * the one to blame is alone and put aside ({@link Unledgered}).
 */
@Component
public class Sequencer implements LoopSource {

    static final int BATCH = 1_000;

    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final Duration IN_TIME = Duration.ofMillis(120);

    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtext('keyledger'), hashtext('sequencer'))";

    private final Transactions transactions;
    private final Signals signals;
    private final ObservationRegistry observations;
    private int limit = BATCH;

    /** The head that views were told of last. */
    private long told = -1;

    @Autowired
    Sequencer(
            Transactions transactions,
            Signals signals,
            ObjectProvider<ObservationRegistry> observations) {
        this(transactions, signals, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    public Sequencer(Transactions transactions, Signals signals) {
        this(transactions, signals, ObservationRegistry.NOOP);
    }

    private Sequencer(
            Transactions transactions, Signals signals, ObservationRegistry observations) {
        this.transactions = transactions;
        this.signals = signals;
        this.observations = observations;
    }

    @Override
    public List<Loop> loops() {
        Breath breath = new Breath(signals.hurried(), SHORTEST_REST, IN_TIME);
        return List.of(
                new Loop("sequencer", signals.committed(), Loop.prompt(), () -> rested(breath)));
    }

    private boolean rested(Breath breath) throws SQLException, InterruptedException {
        breath.take();
        boolean more = step();
        if (!more) {
            breath.begin();
        }
        return more;
    }

    /** Takes one batch and says whether there may be more. Called by one thread at a time. */
    public boolean step() throws SQLException {
        try {
            PendingRecords.Look look = transactions.look(PendingRecords::look);
            int taken = look.any() ? transactions.run(this::takeUnlessBusy) : 0;
            tell(look.head(), taken);
            boolean more = taken >= limit;
            limit = Math.min(BATCH, limit * 2);
            return more;
        } catch (SQLException | RuntimeException e) {
            if (limit == 1 || Failures.isOfTheDatabase(e)) {
                throw e;
            }
            limit /= 2;
            return true;
        }
    }

    /** Tells views of this node that the ledger has grown, whichever node has made it grow. */
    private void tell(long head, int taken) {
        if (head != told || taken > 0) {
            signals.ledgered().fire();
            told = head + taken;
        }
    }

    private int takeUnlessBusy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRY_LOCK)) {
            row.next();
            return row.getBoolean(1) ? take(connection) : 0;
        }
    }

    private int take(Connection connection) throws SQLException {
        return Observation.createNotStarted("keyledger.ledger.batch", observations)
                .contextualName("ledger batch")
                .<Integer, SQLException>observeChecked(() -> LedgerBatch.take(connection, limit));
    }
}
