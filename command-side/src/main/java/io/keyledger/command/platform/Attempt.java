package io.keyledger.command.platform;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/** One try to carry out a command, and what comes of it: an answer, a failure or another try. */
final class Attempt<A> {

    private final WorkspaceCommand command;
    private final Turn turn;
    private final Origin origin;
    private final CommandMessage<Object> message;
    private final Answering<A> answering;
    private final StoreIncarnation incarnation;
    private boolean applied;
    private @Nullable Decided decided;
    private @Nullable A answer;
    private @Nullable Throwable failure;
    private @Nullable Turn again;

    Attempt(
            WorkspaceCommand command,
            Turn turn,
            CallerInfo caller,
            Answering<A> answering,
            StoreIncarnation incarnation) {
        this.command = command;
        this.turn = turn;
        this.origin = Origin.of(command, caller);
        // Here, outside of any unit of work: what is made within one is taken for an event.
        this.message =
                GenericCommandMessage.asCommandMessage(command).withMetaData(origin.metaData());
        this.answering = answering;
        this.incarnation = incarnation;
    }

    WorkspaceCommand command() {
        return command;
    }

    Turn turn() {
        return turn;
    }

    Origin origin() {
        return origin;
    }

    CommandMessage<Object> message() {
        return message;
    }

    /** Asked for with each event that the command applies. */
    Map<String, ?> metaDataOfEvent() {
        applied = true;
        return origin.metaData();
    }

    /** Whether the unit of work holds anything of it. */
    boolean hasApplied() {
        return applied;
    }

    /** Within the unit of work, unless there is an answer already. */
    void handle(CommandHandlers handlers) throws Exception {
        answer = answering.already();
        if (answer == null) {
            decided = handlers.handle(message);
        }
    }

    /** Once everything is written, and before it is committed. */
    void conclude() {
        if (decided != null) {
            answer = answering.answer(outcome(decided));
        }
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    void tryAgain(Turn next) {
        again = next;
    }

    /** Whether it was refused, or is to be tried again, whatever comes of the unit of work. */
    boolean isSettled() {
        return failure != null || again != null;
    }

    @Nullable Throwable failure() {
        return failure;
    }

    /** How it is to be tried again; null if it is done with. */
    @Nullable Turn again() {
        return again;
    }

    A answer() {
        return Objects.requireNonNull(answer);
    }

    private Outcome outcome(Decided made) {
        Origin.Appended last = origin.last().get();
        return last == null
                ? new Outcome(
                        made.stream(),
                        made.version(),
                        incarnation.token(made.stream(), made.version()),
                        null,
                        made.answer())
                : new Outcome(
                        made.stream(),
                        made.version(),
                        incarnation.token(last.stream(), last.sequence()),
                        last.at(),
                        made.answer());
    }
}
