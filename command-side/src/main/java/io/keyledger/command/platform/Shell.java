package io.keyledger.command.platform;

import io.keyledger.shared.event.DomainEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What holds the state of one stream between its events. States are immutable, so that a copy of a
 * shell tells what its stream had come to when it was copied.
 *
 * @param <E> the stream's events
 * @param <S> what they make of each other
 */
public abstract class Shell<E extends DomainEvent, S> implements Cloneable {

    @AggregateIdentifier private @Nullable String stream;
    private @Nullable String workspace;
    private @Nullable String lastEvent;
    private S state;

    /**
     * @param absent the state before the first event
     */
    protected Shell(S absent) {
        state = absent;
    }

    /** The name of the stream that the event belongs to. */
    protected abstract String streamOf(E event);

    /** The state after the event. */
    protected abstract S evolve(S before, E event);

    /** What the event is recorded with beside what its command says. */
    protected MetaData metaDataOf(E event) {
        return MetaData.emptyInstance();
    }

    /** Has the events recorded, in their order. */
    public final void apply(List<? extends E> events) {
        events.forEach(event -> AggregateLifecycle.apply(event, metaDataOf(event)));
    }

    public final S state() {
        return state;
    }

    /** Whether the last event is in the log of that workspace. */
    protected final boolean isIn(String asked) {
        return asked.equals(workspace);
    }

    @EventSourcingHandler
    void on(
            E event,
            @MessageIdentifier String id,
            @MetaDataValue("workspace") @Nullable String ofEvent) {
        stream = streamOf(event);
        workspace = ofEvent;
        lastEvent = id;
        state = evolve(state, event);
    }

    /** The id of the event it stands at; null before the first. */
    final @Nullable String lastEvent() {
        return lastEvent;
    }

    /** A shell of its own that stands where this one does. */
    final Shell<?, ?> copy() {
        try {
            return (Shell<?, ?>) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
