package io.keyledger.command.platform;

import io.keyledger.command.platform.LongStreams.Standing;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read of a stream in a unit of work: all from its first event, or from the one that it
 * stood at when it was last read, that one too, by which it is known again.
 */
final class ReadStream {

    private final String stream;
    private final @Nullable Standing standing;
    private final List<DomainEventData<?>> read = new ArrayList<>();

    ReadStream(String stream, @Nullable Standing standing) {
        this.stream = stream;
        this.standing = standing;
    }

    /** How many rows are read for so many events. */
    static int rows(int events) {
        return events + 1;
    }

    String stream() {
        return stream;
    }

    /** The number of the first event to be read. */
    long first() {
        return standing == null ? 0 : standing.sequence();
    }

    void add(DomainEventData<?> event) {
        read.add(event);
    }

    /** Whether the event it stood at is not in the store, at its place. */
    boolean isOfAnotherStore() {
        return standing != null
                && (read.isEmpty()
                        || !read.getFirst().getEventIdentifier().equals(standing.lastEvent()));
    }

    /** What the stream had come to, in a shell of its own. */
    @Nullable DomainEventMessage<?> snapshot() {
        return standing == null
                ? null
                : new GenericDomainEventMessage<>(
                        standing.shell().getClass().getSimpleName(),
                        stream,
                        standing.sequence(),
                        standing.shell().copy());
    }

    /** The number of the first event that is still to be applied. */
    long next() {
        return standing == null ? 0 : standing.sequence() + 1;
    }

    /** The events from that one, as far as they were read. */
    List<DomainEventData<?>> events(int most) {
        int from = standing == null ? 0 : 1;
        return read.subList(from, Math.min(read.size(), from + most));
    }
}
