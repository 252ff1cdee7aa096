package io.keyledger.command.platform;

import org.axonframework.common.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Carries commands out in Axon's units of work; decides again, a few times, what others overtook.
 */
final class AxonCommands implements Commands {

    private static final Logger LOG = LoggerFactory.getLogger(AxonCommands.class);
    private static final int TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final Gathering gathering;
    private final TransactionManager transactions;
    private final CommandHandlers handlers;
    private final StoreIncarnation incarnation;

    AxonCommands(
            Gathering gathering,
            TransactionManager transactions,
            CommandHandlers handlers,
            StoreIncarnation incarnation) {
        this.gathering = gathering;
        this.transactions = transactions;
        this.handlers = handlers;
        this.incarnation = incarnation;
    }

    @Override
    public <A> A send(WorkspaceCommand command, CallerInfo caller, Answering<A> answering) {
        try {
            // Before the command, which would otherwise be written and then fail for its token.
            incarnation.learn();
            return decide(command, caller, answering);
        } catch (CannotCreateTransactionException | DataAccessException e) {
            // Thrown by what happens before a command's transaction is there.
            throw translated(e);
        }
    }

    private <A> A decide(WorkspaceCommand command, CallerInfo caller, Answering<A> answering) {
        Turn turn = Turn.first(command);
        for (int tries = 1; ; tries++) {
            Attempt<A> attempt = new Attempt<>(command, turn, caller, answering, incarnation);
            carryOut(attempt);
            Turn again = attempt.again();
            if (again == null) {
                return result(attempt);
            }
            if (tries == TRIES) {
                throw new Conflict();
            }
            if (again == turn) {
                pause();
            }
            turn = again;
        }
    }

    private void carryOut(Attempt<?> attempt) {
        switch (attempt.turn()) {
            case TOGETHER -> gathering.carryOut(attempt);
            case BY_ITSELF, EXCLUSIVELY -> byItself(attempt);
        }
    }

    private void byItself(Attempt<?> attempt) {
        Unit unit = new Unit(transactions, attempt);
        Throwable failure =
                unit.run(
                        () -> {
                            unit.handle(attempt, handlers);
                            return null;
                        });
        if (failure instanceof OutOfTurn) {
            attempt.tryAgain(Turn.EXCLUSIVELY);
        } else if (failure != null && DatabaseFaults.isOvertaken(failure)) {
            attempt.tryAgain(attempt.turn());
        } else if (failure != null) {
            attempt.fail(failure);
        }
    }

    private static <A> A result(Attempt<A> attempt) {
        Throwable failure = attempt.failure();
        if (failure != null) {
            throw translated(failure);
        }
        return attempt.answer();
    }

    private static RuntimeException translated(Throwable failure) {
        String state = DatabaseFaults.state(failure);
        if (DatabaseFaults.isPassing(failure)) {
            LOG.warn("A command could not be carried out: SQLState {}", state);
            return new Unavailable();
        }
        if (state != null) {
            LOG.error(
                    "A command failed: SQLState {}, constraint {}",
                    state,
                    DatabaseFaults.constraint(failure));
            return new IllegalStateException("the database refused what a command wrote");
        }
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("a command failed", failure);
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
