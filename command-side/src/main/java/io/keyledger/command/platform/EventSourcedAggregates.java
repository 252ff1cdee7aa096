package io.keyledger.command.platform;

import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Repositories that read streams anew each time, long ones from where they stood, without locks of
 * their own: the database orders.
 */
final class EventSourcedAggregates implements Aggregates {

    private final EventStore store;
    private final EventEngine events;

    EventSourcedAggregates(EventStore store, EventEngine events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public <T extends Shell<?, ?>> Repository<T> repository(Class<T> aggregate) {
        return new Learning<>(
                EventSourcingRepository.builder(aggregate)
                        .eventStore(store)
                        .lockFactory(NullLockFactory.INSTANCE),
                events);
    }

    private static final class Learning<T extends Shell<?, ?>> extends EventSourcingRepository<T> {

        private final EventEngine events;

        Learning(Builder<T> builder, EventEngine events) {
            super(builder);
            this.events = events;
        }

        @Override
        protected EventSourcedAggregate<T> doLoadWithLock(
                String stream, @Nullable Long expectedVersion) {
            events.foresee(stream);
            EventSourcedAggregate<T> loaded = super.doLoadWithLock(stream, expectedVersion);
            loaded.execute(shell -> events.loaded(stream, loaded.version(), shell));
            return loaded;
        }
    }
}
