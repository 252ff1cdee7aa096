package io.keyledger.command.platform;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** One unit of work, in whose transaction commands are carried out: all is kept, or nothing. */
final class Unit {

    private final UnitOfWork<CommandMessage<?>> work;
    private final List<Attempt<?>> handled = new ArrayList<>();
    private @Nullable Attempt<?> current;
    private boolean committing;

    /** Begins it; what is thrown here left nothing behind. */
    Unit(TransactionManager transactions, Attempt<?> first) {
        work = DefaultUnitOfWork.startAndGet(first.message());
        first.turn().begin(work);
        work.registerCorrelationDataProvider(
                _ -> current == null ? Map.of() : current.metaDataOfEvent());
        work.attachTransaction(() -> begin(transactions));
        // Axon does first what came last: this before the transaction's commit.
        work.onCommit(_ -> committing = true);
    }

    /**
     * Rolled back at the end if it is not over then: after an {@link Error} Axon leaves it as it
     * is, and the thread's next unit of work would take part in what is never committed.
     */
    private Transaction begin(TransactionManager transactions) {
        Transaction transaction = transactions.startTransaction();
        work.onCleanup(_ -> transaction.rollback());
        return transaction;
    }

    /** Does the work and commits. */
    @Nullable Throwable run(Callable<?> body) {
        ResultMessage<?> result =
                work.executeWithResult(
                        () -> {
                            body.call();
                            current = null;
                            work.onPrepareCommit(_ -> handled.forEach(Attempt::conclude));
                            return null;
                        },
                        RollbackConfigurationType.ANY_THROWABLE);
        return result.isExceptional() ? result.exceptionResult() : null;
    }

    void handle(Attempt<?> attempt, CommandHandlers handlers) throws Exception {
        current = attempt;
        attempt.handle(handlers);
        handled.add(attempt);
    }

    /** Whether it came so far that what it wrote may be there, whatever was said of it. */
    boolean mayBeCommitted() {
        return committing;
    }
}
