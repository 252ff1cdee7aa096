package io.keyledger.command.platform;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Sends commands over Axon's bus; decides again, a few times, what others overtook. */
final class AxonCommands implements Commands {

    private static final Logger LOG = LoggerFactory.getLogger(AxonCommands.class);
    private static final int TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

    /** Connection failures, resources, locks not available, cancelled and shut down. */
    private static final Set<String> PASSING = Set.of("08", "53", "55", "57");

    private final CommandBus bus;
    private final StoreIncarnation incarnation;

    AxonCommands(CommandBus bus, StoreIncarnation incarnation) {
        this.bus = bus;
        this.incarnation = incarnation;
    }

    @Override
    public <A> A send(WorkspaceCommand command, CallerInfo caller, Answering<A> answering) {
        try {
            // Before the command, which would otherwise be written and then fail for its token.
            incarnation.learn();
            return decide(command, caller, answering);
        } catch (CannotCreateTransactionException | DataAccessException e) {
            // The bus throws, past its callback, what happens before a command's transaction is
            // there.
            throw translated(e);
        }
    }

    private <A> A decide(WorkspaceCommand command, CallerInfo caller, Answering<A> answering) {
        for (int tries = 1; ; tries++) {
            Attempt<A> attempt = new Attempt<>(Origin.of(command, caller), answering, incarnation);
            CommandResultMessage<?> result = dispatch(command, attempt);
            if (!result.isExceptional()) {
                return attempt.answer();
            }
            Throwable failure = result.exceptionResult();
            if (!isOvertaken(failure)) {
                throw translated(failure);
            }
            if (tries == TRIES) {
                throw new Conflict();
            }
            pause();
        }
    }

    private CommandResultMessage<?> dispatch(WorkspaceCommand command, Attempt<?> attempt) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(
                GenericCommandMessage.<Object>asCommandMessage(command)
                        .withMetaData(attempt.origin().metaData())
                        .andMetaData(attempt.metaData()),
                callback);
        return callback.getResult();
    }

    private static boolean isOvertaken(Throwable failure) {
        String state = DatabaseFaults.state(failure);
        return failure instanceof ConcurrencyException
                || state != null && OVERTAKEN.contains(state);
    }

    private static RuntimeException translated(Throwable failure) {
        String state = DatabaseFaults.state(failure);
        if (failure instanceof CannotCreateTransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || isPassing(state)) {
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

    private static boolean isPassing(@Nullable String state) {
        return state != null && state.length() >= 2 && PASSING.contains(state.substring(0, 2));
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
