package io.keyledger.access.gate;

import static java.util.Objects.requireNonNull;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;
import io.keyledger.access.gate.Place.Trust;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where checks wait for their batch, in three lanes: those of known keys that come one by one,
 * those of strangers and suspects, and those that come many at once. A batch takes from the first
 * lane first and leaves a quarter of its room to each of the others, so that none waits for ever on
 * another. Within a lane workspaces take turns, or networks: of strangers, and of those who send
 * many.
 *
 * <p>A full lane is full for whoever has most in it: his last check gives way to one of somebody
 * who has less. Of one suspicious network no more than {@value #MOST_OF_A_SUSPECT} wait at all.
 *
 * <p>A batch waits for others only if others came lately: for as many as the last one had, who may
 * ask again, beside those who came meanwhile; and no longer than the settings say.
 */
final class PendingQueue {

    /** One in so many of a batch is for each of the other lanes. */
    private static final int SHARE = 4;

    /** So many times as large is a batch of those alone that come many at once. */
    private static final int ALONE = 2;

    static final int MOST_OF_A_SUSPECT = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final FairLine known = new FairLine();
    private final FairLine others = new FairLine();
    private final FairLine many = new FairLine();
    private final int capacity;
    private final int maxBatch;
    private final long gatherNanos;

    /** How many came one by one to the last batch. */
    private int lastSize = 1;

    /** How many had come one by one when the last batch was about to be answered. */
    private int meanwhile;

    /** With how many the next batch begins. */
    private int wanted = 1;

    /** The last batch, which may still be worked on. */
    private List<Pending> taken = List.of();

    private boolean closing;

    PendingQueue(GateSettings settings) {
        capacity = settings.queueCapacity();
        maxBatch = settings.maxBatch();
        gatherNanos = settings.gatherFor().toNanos();
    }

    /**
     * Puts a check in, or throws when there is no room or nobody takes it out any more.
     *
     * @return the one that had to give way, if one had; it is for the caller to tell
     */
    @Nullable Pending put(Pending pending, Place place) {
        lock.lock();
        try {
            refuseWhenClosing();
            List<Pending> gaveWay =
                    place.isKnown() ? room(known, 1, place.party()) : roomAmongOthers(place);
            (place.isKnown() ? known : others).add(place.party(), pending);
            arrived();
            return gaveWay.isEmpty() ? null : gaveWay.getFirst();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts all of them in, or throws and puts none in.
     *
     * @param party the network that sends them
     * @return those that had to give way; it is for the caller to tell
     */
    List<Pending> putAll(List<Pending> pendings, String party) {
        lock.lock();
        try {
            refuseWhenClosing();
            List<Pending> gaveWay = room(many, pendings.size(), party);
            pendings.forEach(each -> many.add(party, each));
            arrived();
            return gaveWay;
        } finally {
            lock.unlock();
        }
    }

    /** The last batch is about to be answered: those in line now are none of it that ask again. */
    void answering() {
        lock.lock();
        try {
            meanwhile = known.size() + others.size();
        } finally {
            lock.unlock();
        }
    }

    /** The next batch; empty when the queue is closing and nothing is left. */
    List<Pending> gather() {
        lock.lock();
        try {
            taken = List.of();
            awaitSome();
            return take();
        } catch (InterruptedException _) {
            closing = true;
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** Those in line or in the last batch that came before that time and have no answer yet. */
    List<Pending> unansweredBefore(long nanoTime) {
        lock.lock();
        try {
            return Stream.of(known.all(), others.all(), many.all(), taken.stream())
                    .flatMap(Function.identity())
                    .filter(each -> each.isOlderThan(nanoTime) && !each.answer().isDone())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more checks in; those that wait are still gathered. */
    void close() {
        lock.lock();
        try {
            closing = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody gathers any more: whoever still waits is told. */
    void closed() {
        close();
        for (List<Pending> left = gather(); !left.isEmpty(); left = gather()) {
            left.forEach(pending -> pending.fail(closedGate()));
        }
    }

    private void refuseWhenClosing() {
        if (closing) {
            throw closedGate();
        }
    }

    private void arrived() {
        if (waiting() >= wanted) {
            arrived.signal();
        }
    }

    private List<Pending> roomAmongOthers(Place place) {
        boolean suspicious = place.trust() == Trust.SUSPECT;
        if (suspicious && others.sizeOf(place.party()) >= MOST_OF_A_SUSPECT) {
            throw new Overloaded();
        }
        return room(others, 1, place.party());
    }

    /** Those that give way to so many of that party. */
    private List<Pending> room(FairLine line, int count, String party) {
        int missing = line.size() + count - capacity;
        if (missing <= 0) {
            return List.of();
        }
        int own = line.sizeOf(party) + count;
        if (line.beyond(own) < missing) {
            throw new Overloaded();
        }
        List<Pending> gaveWay = new ArrayList<>();
        while (gaveWay.size() < missing) {
            gaveWay.add(requireNonNull(line.giveUpOfLongerThan(own)));
        }
        return gaveWay;
    }

    /** Waits for the first, and then for as many as may be expected. */
    private void awaitSome() throws InterruptedException {
        wanted = 1;
        while (waiting() < wanted && !closing) {
            arrived.await();
        }
        wanted = Math.min(maxBatch, lastSize + meanwhile);
        meanwhile = 0;
        long left = gatherNanos;
        while (waiting() < wanted && left > 0 && !closing) {
            left = arrived.awaitNanos(left);
        }
    }

    private List<Pending> take() {
        List<Pending> batch = new ArrayList<>();
        int share = maxBatch / SHARE;
        int forMany = Math.min(many.size(), share);
        int forOthers = Math.min(others.size(), share);
        move(known::next, batch, maxBatch - forMany - forOthers);
        move(others::next, batch, maxBatch - forMany);
        lastSize = Math.max(1, batch.size());
        move(many::next, batch, batch.isEmpty() ? ALONE * maxBatch : maxBatch);
        taken = batch;
        return batch;
    }

    private static void move(Supplier<@Nullable Pending> lane, List<Pending> batch, int upTo) {
        while (batch.size() < upTo) {
            Pending next = lane.get();
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    private int waiting() {
        return known.size() + others.size() + many.size();
    }

    private static NotRecorded closedGate() {
        return new NotRecorded("the gate is closed");
    }
}
