package io.keyledger.access.server;

import io.keyledger.access.gate.Afterwards;

import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The threads that read connections: some per core, none of which ever waits for anybody. Whoever
 * gives an answer goes on with its connection himself, which spares a switch of threads for each;
 * whoever gives many, once all of them are given.
 */
final class HttpThreads extends QueuedThreadPool {

    private static final int MOST = 64;
    private static final int FEWEST = 4;

    private final ThreadLocal<Boolean> answering = ThreadLocal.withInitial(() -> false);

    HttpThreads() {
        super(MOST, FEWEST);
        setName("http");
    }

    /** Gives an answer, and does itself what the server would do of it on another thread. */
    void answer(Runnable answer) {
        answering.set(true);
        try {
            answer.run();
        } finally {
            answering.set(false);
        }
    }

    @Override
    public void execute(Runnable job) {
        if (!answering.get()) {
            super.execute(job);
        } else if (!Afterwards.putOff(job)) {
            job.run();
        }
    }
}
