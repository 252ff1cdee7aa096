package io.keyledger.query.platform;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes loops of this process early. Only saves time: whoever waits looks again by itself, since
 * what it waits for may come from another process.
 */
public final class Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fired = lock.newCondition();
    private long count;

    public void fire() {
        lock.lock();
        try {
            count++;
            fired.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it was fired after {@code seen} was counted, or the time is over. */
    public void await(long seen, long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (count == seen && nanos > 0) {
                nanos = fired.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
