package io.keyledger.standalone;

import org.slf4j.LoggerFactory;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What has been started so far; stopped last first, once, when the process is asked to end. Parts
 * can be added meanwhile.
 */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private volatile boolean ending;

    static Running untilTheProcessEnds() {
        Running running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        return running;
    }

    /** Whether it was asked to end, so that what fails now does so because of that. */
    boolean isEnding() {
        return ending;
    }

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        ending = true;
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Running.class)
                    .error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
