package io.keyledger.access.gate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gate's threads, which end together: one that cannot go on takes the others with it. */
final class GateWorkers {

    private final PendingQueue queue;
    private final CountDownLatch left;
    private final Runnable end;

    /**
     * Starts them.
     *
     * @param end what is to be done after the last of them has ended
     */
    GateWorkers(PendingQueue queue, List<GateWorker> workers, Runnable end) {
        this.queue = queue;
        this.left = new CountDownLatch(workers.size());
        this.end = end;
        for (int i = 0; i < workers.size(); i++) {
            GateWorker worker = workers.get(i);
            Thread.ofPlatform().name("check-gate-" + i).daemon().start(() -> run(worker));
        }
    }

    boolean areAlive() {
        return !queue.isClosing() && left.getCount() > 0;
    }

    /** Waits for the end of all of them, for so long, and says whether it came. */
    boolean join(Duration patience) throws InterruptedException {
        return left.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run(GateWorker worker) {
        try {
            worker.run();
        } finally {
            queue.close();
            synchronized (this) {
                if (left.getCount() == 1) {
                    end.run();
                }
                left.countDown();
            }
        }
    }
}
