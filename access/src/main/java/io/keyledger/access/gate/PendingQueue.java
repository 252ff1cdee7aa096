package io.keyledger.access.gate;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where checks wait for their batch, in two lanes of equal length: those that come one by one, and
 * those that come many at once. A batch takes from the first lane first and leaves a quarter of its
 * room to the second, so that neither waits for ever on the other.
 *
 * <p>A batch waits for others only if others came lately: for as many as the last one had, and no
 * longer than the settings say.
 */
final class PendingQueue {

    private static final int SHARE_OF_MANY = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Pending> single = new ArrayDeque<>();
    private final Queue<Pending> many = new ArrayDeque<>();
    private final int capacity;
    private final int maxBatch;
    private final long gatherNanos;

    /** How many came one by one to the last batch. */
    private int lastSize = 1;

    /** With how many the next batch begins. */
    private int wanted = 1;

    private boolean closing;

    PendingQueue(GateSettings settings) {
        capacity = settings.queueCapacity();
        maxBatch = settings.maxBatch();
        gatherNanos = settings.gatherFor().toNanos();
    }

    /** Puts a check in, or throws when there is no room or nobody takes it out any more. */
    void put(Pending pending) {
        put(single, List.of(pending));
    }

    /** Puts all of them in, or throws and puts none in. */
    void putAll(List<Pending> pendings) {
        put(many, pendings);
    }

    /** The next batch; empty when the queue is closing and nothing is left. */
    List<Pending> gather() {
        lock.lock();
        try {
            awaitSome();
            return take();
        } catch (InterruptedException _) {
            closing = true;
            return take();
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

    private void put(Queue<Pending> lane, List<Pending> pendings) {
        lock.lock();
        try {
            if (closing) {
                throw closedGate();
            }
            if (lane.size() + pendings.size() > capacity) {
                throw new Overloaded();
            }
            lane.addAll(pendings);
            if (waiting() >= wanted) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitSome() throws InterruptedException {
        wanted = 1;
        while (waiting() < wanted && !closing) {
            arrived.await();
        }
        wanted = lastSize;
        long left = gatherNanos;
        while (waiting() < wanted && left > 0 && !closing) {
            left = arrived.awaitNanos(left);
        }
    }

    private List<Pending> take() {
        List<Pending> batch = new ArrayList<>();
        int forMany = Math.min(many.size(), maxBatch / SHARE_OF_MANY);
        move(single, batch, maxBatch - forMany);
        lastSize = Math.max(1, batch.size());
        move(many, batch, maxBatch);
        return batch;
    }

    private static void move(Queue<Pending> lane, List<Pending> batch, int upTo) {
        while (batch.size() < upTo && !lane.isEmpty()) {
            batch.add(lane.remove());
        }
    }

    private int waiting() {
        return single.size() + many.size();
    }

    private static NotRecorded closedGate() {
        return new NotRecorded("the gate is closed");
    }
}
