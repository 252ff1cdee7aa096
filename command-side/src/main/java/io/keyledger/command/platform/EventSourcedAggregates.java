package io.keyledger.command.platform;

import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;

/**
 * Repositories that read streams anew each time, without locks of their own: the database orders.
 */
final class EventSourcedAggregates implements Aggregates {

    private final EventStore store;

    EventSourcedAggregates(EventStore store) {
        this.store = store;
    }

    @Override
    public <T> Repository<T> repository(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate)
                .eventStore(store)
                .lockFactory(NullLockFactory.INSTANCE)
                .build();
    }
}
