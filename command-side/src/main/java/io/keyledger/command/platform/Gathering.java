package io.keyledger.command.platform;

import io.keyledger.command.rule.Rejected;

import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Carries out commands that only add to one stream each, all that wait in one unit of work: locks,
 * reads, writes and the commit are shared. What is refused leaves the others alone. When the
 * database refuses what they wrote, nothing is kept, and each is tried by itself.
 */
final class Gathering {

    /** A command waits for its turn as long as for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lanes lanes = new Lanes();
    private final Leaders leaders;
    private final TransactionManager transactions;
    private final CommandHandlers handlers;
    private final DecisionLocks locks;
    private final EventEngine events;

    Gathering(
            Leaders leaders,
            TransactionManager transactions,
            CommandHandlers handlers,
            DecisionLocks locks,
            EventEngine events) {
        this.leaders = leaders;
        this.transactions = transactions;
        this.handlers = handlers;
        this.locks = locks;
        this.events = events;
    }

    /** Comes back when it is known what came of the attempt. */
    void carryOut(Attempt<?> attempt) {
        Gathered gathered = new Gathered(attempt);
        if (lanes.enter(gathered)) {
            leaders.execute(() -> lead(gathered));
        }
        if (!gathered.isDoneWithin(PATIENCE) && lanes.withdraw(gathered)) {
            attempt.fail(new Unavailable());
        } else {
            gathered.awaitDone();
        }
    }

    /** And those that come to its workspace meanwhile, until nobody waits there. */
    private void lead(Gathered first) {
        String workspace = first.workspace();
        try {
            for (List<Gathered> group = List.of(first);
                    !group.isEmpty();
                    group = lanes.next(workspace)) {
                together(group);
            }
        } catch (Throwable e) {
            // The system has nothing left; whoever comes next tries with a lane of his own.
            Queue<Gathered> left = lanes.abandon(workspace);
            settle(left, it -> it.fail(e));
            left.forEach(Gathered::done);
            throw e;
        }
    }

    private void together(List<Gathered> group) {
        try {
            Unit unit = new Unit(transactions, group.getFirst().attempt());
            Throwable failure = unit.run(() -> handle(unit, group));
            if (failure != null) {
                boolean over = unit.mayBeCommitted() || DatabaseFaults.isPassing(failure);
                settle(group, over ? it -> it.fail(failure) : it -> it.tryAgain(Turn.BY_ITSELF));
            }
        } catch (Throwable e) {
            settle(group, it -> it.fail(e));
        } finally {
            group.forEach(Gathered::done);
        }
    }

    /** Of those of whom nothing is known yet. */
    private static void settle(Iterable<Gathered> group, Consumer<Attempt<?>> how) {
        for (Gathered gathered : group) {
            if (!gathered.attempt().isSettled()) {
                how.accept(gathered.attempt());
            }
        }
    }

    private @Nullable Object handle(Unit unit, List<Gathered> group) throws Exception {
        List<Gathered> free = locks.takeTogether(group);
        events.foresee(free.stream().map(Gathered::stream).toList());
        for (Gathered gathered : group) {
            if (free.contains(gathered)) {
                handle(unit, gathered.attempt());
            } else {
                gathered.attempt().tryAgain(Turn.BY_ITSELF);
            }
        }
        return null;
    }

    private void handle(Unit unit, Attempt<?> attempt) throws Exception {
        try {
            unit.handle(attempt, handlers);
        } catch (OutOfTurn _) {
            attempt.tryAgain(Turn.EXCLUSIVELY);
        } catch (Rejected rejected) {
            if (attempt.hasApplied()) {
                throw rejected;
            }
            attempt.fail(rejected);
        }
    }
}
