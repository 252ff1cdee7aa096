package io.keyledger.access.gate;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.NotRecorded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Checks that wait for their batch, and the batches that are under way.
 *
 * <p>A batch waits for those only who were just answered and may ask again: for as many as make its
 * share of all who ask, and no longer than the settings say.
 */
final class PendingQueue {

    /** Held by whoever gathers, one at a time. */
    private final ReentrantLock gathering = new ReentrantLock(true);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Lanes lanes;
    private final int batches;
    private final int maxBatch;
    private final long gatherNanos;
    private final List<Batch> underWay = new ArrayList<>();

    /** How many of those who came one by one were answered and have not asked again. */
    private int returning;

    /** With how many the next batch begins. */
    private int wanted = 1;

    private boolean closing;

    PendingQueue(GateSettings settings) {
        lanes = new Lanes(settings);
        batches = settings.batchesAtOnce();
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
            Pending gaveWay = lanes.put(pending, place);
            returning = Math.max(0, returning - 1);
            arrived();
            return gaveWay;
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
            List<Pending> gaveWay = lanes.putAll(pendings, party);
            arrived();
            return gaveWay;
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, which is under way from now on; empty when the queue is closing. */
    Batch gather() {
        gathering.lock();
        lock.lock();
        try {
            awaitSome();
            return take();
        } catch (InterruptedException _) {
            closing = true;
            return take();
        } finally {
            lock.unlock();
            gathering.unlock();
        }
    }

    /** The batch is about to be answered: whoever is may ask again. */
    void answering(Batch batch) {
        lock.lock();
        try {
            underWay.removeIf(each -> each == batch);
            returning += batch.oneByOne();
        } finally {
            lock.unlock();
        }
    }

    /** The batch has failed. */
    void failed(Batch batch) {
        lock.lock();
        try {
            underWay.removeIf(each -> each == batch);
        } finally {
            lock.unlock();
        }
    }

    /** Those in line or in a batch that came before that time and have no answer yet. */
    List<Pending> unansweredBefore(long nanoTime) {
        lock.lock();
        try {
            Stream<Pending> taken = underWay.stream().flatMap(batch -> batch.checks().stream());
            return Stream.concat(lanes.all(), taken)
                    .filter(each -> each.isOlderThan(nanoTime) && !each.answer().isDone())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return lanes.size();
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
        for (Batch left = gather(); !left.isEmpty(); left = gather()) {
            left.checks().forEach(pending -> pending.fail(closedGate()));
            failed(left);
        }
    }

    private void refuseWhenClosing() {
        if (closing) {
            throw closedGate();
        }
    }

    private void arrived() {
        if (lanes.size() >= wanted) {
            arrived.signal();
        }
    }

    /** Waits for the first, and then for as many as may be expected. */
    private void awaitSome() throws InterruptedException {
        wanted = 1;
        while (lanes.size() < wanted && !closing) {
            arrived.await();
        }
        wanted = Math.min(expected(), maxBatch);
        long left = gatherNanos;
        while (lanes.size() < wanted && left > 0 && !closing) {
            left = arrived.awaitNanos(left);
        }
        if (left <= 0) {
            returning = 0;
        }
    }

    /** Its share of all who ask one by one; not those who cannot come yet. */
    private int expected() {
        int taken = underWay.stream().mapToInt(Batch::oneByOne).sum();
        int coming = lanes.oneByOne() + returning;
        return Math.min(coming, Math.ceilDiv(coming + taken, batches));
    }

    private Batch take() {
        Batch batch = lanes.take();
        if (!batch.isEmpty()) {
            underWay.add(batch);
        }
        return batch;
    }

    private static NotRecorded closedGate() {
        return new NotRecorded("the gate is closed");
    }
}
