package io.keyledger.access.gate;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where checks wait for their batch. A batch waits for others only if others came lately: for as
 * many as the last one had, and no longer than the settings say.
 */
final class PendingQueue {

    private static final long IDLE_MILLIS = 100;

    private final ArrayBlockingQueue<Pending> waiting;
    private final int maxBatch;
    private final long gatherNanos;
    private int lastSize = 1;
    private volatile boolean closing;
    private volatile boolean closed;

    PendingQueue(GateSettings settings) {
        waiting = new ArrayBlockingQueue<>(settings.queueCapacity());
        maxBatch = settings.maxBatch();
        gatherNanos = settings.gatherFor().toNanos();
    }

    /** Puts a check in, or throws when there is no room or nobody takes it out any more. */
    void put(Pending pending) {
        if (closing) {
            throw new NotRecorded("the gate is closed");
        }
        if (!waiting.offer(pending)) {
            throw new Overloaded();
        }
        if (closed && waiting.remove(pending)) {
            throw new NotRecorded("the gate is closed");
        }
    }

    /** The next batch; empty when the queue is closing and nothing is left. */
    List<Pending> gather() {
        List<Pending> batch = new ArrayList<>();
        try {
            Pending first = first();
            if (first != null) {
                batch.add(first);
                gatherOthers(batch);
            }
        } catch (InterruptedException _) {
            closing = true;
            waiting.drainTo(batch, maxBatch - batch.size());
        }
        lastSize = batch.size();
        return batch;
    }

    int size() {
        return waiting.size();
    }

    boolean isClosing() {
        return closing;
    }

    /** Takes no more checks in; those that wait are still gathered. */
    void close() {
        closing = true;
    }

    /** Nobody gathers any more: whoever slipped in is told. */
    void closed() {
        closed = true;
        for (Pending left = waiting.poll(); left != null; left = waiting.poll()) {
            left.fail(new NotRecorded("the gate is closed"));
        }
    }

    private void gatherOthers(List<Pending> batch) throws InterruptedException {
        long deadline = System.nanoTime() + gatherNanos;
        waiting.drainTo(batch, maxBatch - batch.size());
        int expected = Math.min(lastSize, maxBatch);
        while (batch.size() < expected) {
            Pending next = waiting.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
            waiting.drainTo(batch, maxBatch - batch.size());
        }
    }

    private @Nullable Pending first() throws InterruptedException {
        Pending first = null;
        while (first == null && !(closing && waiting.isEmpty())) {
            first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return first;
    }
}
