package io.keyledger.access.gate;

import io.keyledger.access.check.NotRecorded;

import java.time.Duration;

/**
 * Tells those who have waited too long, a tenth of a second late at most. One thread looks at all
 * of them now and then: an alarm for each, set and cleared, took a seventh of a check's processor
 * time.
 */
final class Patience implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final PendingQueue queue;
    private final Thread worker;
    private final long nanos;

    Patience(PendingQueue queue, Thread worker, Duration length) {
        this.queue = queue;
        this.worker = worker;
        this.nanos = length.toNanos();
    }

    /** For as long as the worker runs, which leaves nobody without an answer when it ends. */
    @Override
    public void run() {
        try {
            while (!worker.join(BETWEEN_LOOKS)) {
                queue.unansweredBefore(System.nanoTime() - nanos).forEach(Patience::giveUp);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void giveUp(Pending pending) {
        pending.fail(new NotRecorded("the check waited too long"));
    }
}
