package io.keyledger.query.replay;

import io.keyledger.query.platform.Failures;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewPosition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Does what a view's rebuild needs next, one transaction a step, under the lock of the rebuilt
 * copy's position. What one node began another goes on with.
 */
final class Rebuilder {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final int TOO_MANY_FAILURES = 5;

    private final Projection projection;
    private final RebuildSteps steps;
    private final Transactions transactions;

    Rebuilder(Projection projection, Transactions transactions) {
        this.projection = projection;
        this.steps = new RebuildSteps(projection);
        this.transactions = transactions;
    }

    /** Does one step and says whether there may be more to do at once. */
    boolean step() throws SQLException {
        Optional<Phase> next =
                transactions.run(
                        connection ->
                                Rebuild.running(connection, projection.view()).map(Rebuild::phase));
        try {
            return next.isPresent() ? step(next.get()) : transactions.run(steps::cleanUp);
        } catch (RebuildEnded _) {
            return true;
        } catch (SQLException | RuntimeException e) {
            if (Failures.isContention(e)) {
                return false;
            }
            note(e);
            throw e;
        }
    }

    private boolean step(Phase phase) throws SQLException {
        return switch (phase) {
            case PREPARE, APPLY, TAKE_OVER ->
                    transactions.run(connection -> step(connection, phase));
            case COMPARE -> transactions.inOneSnapshot(connection -> step(connection, phase));
            case DONE -> false;
        };
    }

    private boolean step(Connection connection, Phase phase) throws SQLException {
        ViewPosition position = new ViewPosition(connection, projection.view(), ViewCopy.REBUILD);
        if (phase == Phase.PREPARE) {
            position.startIfAbsent();
        }
        Optional<Long> from = position.tryLock();
        Optional<Rebuild> rebuild = Rebuild.running(connection, projection.view());
        if (from.isEmpty() || rebuild.isEmpty() || rebuild.get().phase() != phase) {
            return false;
        }
        return switch (phase) {
            case PREPARE -> steps.prepare(connection, rebuild.get());
            case APPLY -> steps.apply(connection, rebuild.get(), from.get());
            case COMPARE -> steps.compare(connection, rebuild.get(), from.get());
            case TAKE_OVER -> steps.takeOver(connection, rebuild.get(), from.get());
            case DONE -> false;
        };
    }

    /** What passes by itself does not count: the loop goes on when it is over. */
    private void note(Exception failure) throws SQLException {
        if (Failures.isPassing(failure)) {
            return;
        }
        String cause = Failures.describe(failure);
        LOG.error("The rebuild of view {} failed in a step: {}", projection.view(), cause);
        transactions.run(
                connection -> {
                    Rebuild.running(connection, projection.view())
                            .ifPresent(rebuild -> rebuild.fail(cause, TOO_MANY_FAILURES));
                    return cause;
                });
    }
}
