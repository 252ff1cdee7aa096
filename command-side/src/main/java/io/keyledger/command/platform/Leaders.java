package io.keyledger.command.platform;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that carry commands out together. They are the system's own, since a transaction asks the
 * database some ten times while all of its commands wait: on a virtual thread each answer is waited
 * for by another thread, and then behind the requests that are being read. There are as many as the
 * pool has connections; who comes while all are busy goes on a virtual thread.
 */
final class Leaders implements Executor, AutoCloseable {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ThreadPoolExecutor threads;

    Leaders(int most) {
        threads =
                new ThreadPoolExecutor(
                        0,
                        most,
                        KEPT.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform()
                                .name("commands-", 0)
                                .daemon()
                                .inheritInheritableThreadLocals(false)
                                .factory(),
                        (task, _) -> Thread.startVirtualThread(task));
    }

    /** On the caller's own thread if the system gives no other. */
    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (OutOfMemoryError _) {
            task.run();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
