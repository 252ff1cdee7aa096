package io.keyledger.query.testing;

import java.util.concurrent.Callable;

/** Does something again and again, whatever it throws, until it is closed. */
public final class Background implements AutoCloseable {

    private final Thread thread;
    private volatile boolean closed;

    public Background(Callable<?> step) {
        thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!closed) {
                                        attempt(step);
                                    }
                                });
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Callable<?> step) {
        try {
            if (!Boolean.TRUE.equals(step.call())) {
                Thread.sleep(1);
            }
        } catch (Exception _) {
            // what a test sees in the end is what counts
        }
    }
}
