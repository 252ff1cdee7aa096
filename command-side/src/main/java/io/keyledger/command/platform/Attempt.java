package io.keyledger.command.platform;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/** One try to carry out a command; it travels with the command and brings the answer back. */
final class Attempt<A> {

    private static final String KEY = "attempt";

    private final Origin origin;
    private final Answering<A> answering;
    private final StoreIncarnation incarnation;
    private @Nullable A answer;

    Attempt(Origin origin, Answering<A> answering, StoreIncarnation incarnation) {
        this.origin = origin;
        this.answering = answering;
        this.incarnation = incarnation;
    }

    static Attempt<?> of(Message<?> message) {
        if (message.getMetaData().get(KEY) instanceof Attempt<?> attempt) {
            return attempt;
        }
        throw new IllegalStateException("a command was sent past the command side");
    }

    Map<String, ?> metaData() {
        return Map.of(KEY, this);
    }

    Origin origin() {
        return origin;
    }

    A answer() {
        return Objects.requireNonNull(answer);
    }

    /**
     * Around the handler, within its transaction. What is registered after the handler runs last:
     * the events and their rows are written by then.
     */
    @Nullable Object carryOut(UnitOfWork<?> unitOfWork, InterceptorChain handler) throws Exception {
        unitOfWork.registerCorrelationDataProvider(_ -> origin.metaData());
        answer = answering.already();
        if (answer != null) {
            return null;
        }
        Decided decided = (Decided) Objects.requireNonNull(handler.proceed());
        unitOfWork.onPrepareCommit(_ -> answer = answering.answer(outcome(decided)));
        return decided;
    }

    private Outcome outcome(Decided decided) {
        Origin.Appended last = origin.last().get();
        return last == null
                ? new Outcome(
                        decided.stream(),
                        decided.version(),
                        incarnation.token(decided.stream(), decided.version()),
                        null,
                        decided.answer())
                : new Outcome(
                        decided.stream(),
                        decided.version(),
                        incarnation.token(last.stream(), last.sequence()),
                        last.at(),
                        decided.answer());
    }
}
