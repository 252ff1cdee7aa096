package io.keyledger.query.platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does one step after the other on a thread of its own, at once while there is work, else after a
 * pause. A step that fails is tried again, with growing pauses, for as long as it takes.
 */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /** Shorter than this is a restart of the database, or a node that takes over. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Signal signal;
    private final Step step;
    private final long patienceNanos;
    private final Pace idle;
    private final Pace failing = new Pace(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Long failingSince;

    /** One step. */
    @FunctionalInterface
    public interface Step {
        /** Does something and says whether there may be more to do at once. */
        boolean run() throws Exception;
    }

    public Loop(String name, Signal signal, Pace idle, Step step) {
        this(name, signal, idle, step, PATIENCE);
    }

    Loop(String name, Signal signal, Pace idle, Step step, Duration patience) {
        this.name = name;
        this.signal = signal;
        this.idle = idle;
        this.step = step;
        this.patienceNanos = patience.toNanos();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Pauses of 2 to 50 ms, for what somebody may be waiting for. */
    public static Pace prompt() {
        return new Pace(Duration.ofMillis(2), Duration.ofMillis(50));
    }

    String name() {
        return name;
    }

    /** Whether it runs, and has not failed again and again for long. */
    boolean works() {
        Long since = failingSince;
        return thread.isAlive() && (since == null || System.nanoTime() - since < patienceNanos);
    }

    void start() {
        thread.start();
    }

    void askToStop() {
        stop.countDown();
        signal.fire();
    }

    void awaitEnd(Duration patience) {
        try {
            if (!thread.join(patience)) {
                LOG.warn("{} does not end and is interrupted", name);
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping()) {
                long seen = signal.count();
                long pause = attempt();
                if (pause > 0 && !stopping()) {
                    signal.await(seen, pause);
                }
            }
        } catch (InterruptedException _) {
            LOG.info("{} was interrupted", name);
        }
    }

    private long attempt() throws InterruptedException {
        try {
            boolean busy = step.run();
            recovered();
            if (busy) {
                idle.restart();
                return 0;
            }
            return idle.nextMillis();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | StackOverflowError | LinkageError | OutOfMemoryError e) {
            return failed(e);
        }
    }

    private long failed(Throwable failure) throws InterruptedException {
        long pause = failing.nextMillis();
        if (!stopping()) {
            String cause = Failures.describe(failure);
            LOG.warn("{} failed and tries again in {} ms: {}", name, pause, cause);
            failed();
            stop.await(pause, TimeUnit.MILLISECONDS);
        }
        return 0;
    }

    private void failed() {
        if (failingSince == null) {
            failingSince = System.nanoTime();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void recovered() {
        if (failingSince != null) {
            LOG.info("{} works again", name);
            failingSince = null;
            failing.restart();
        }
    }
}
