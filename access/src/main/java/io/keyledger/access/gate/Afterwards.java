package io.keyledger.access.gate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a thread that gives answers puts off until it has given all that it has at hand. To go on
 * with a connection can wait: whoever was answered a moment ago has hardly asked again, and others
 * wait for theirs.
 */
public final class Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    /** Of a thread that is giving answers; null of all others. */
    private static final ThreadLocal<@Nullable Queue<Runnable>> PUT_OFF = new ThreadLocal<>();

    private Afterwards() {}

    /** Puts a job off, or says that this thread is not giving answers. */
    public static boolean putOff(Runnable job) {
        Queue<Runnable> jobs = PUT_OFF.get();
        return jobs != null && jobs.add(job);
    }

    /** Gives answers, and then does what was put off meanwhile, and what that puts off. */
    static void following(Runnable answers) {
        Queue<Runnable> jobs = new ArrayDeque<>();
        PUT_OFF.set(jobs);
        try {
            run(answers);
            letThemAskAgain();
            for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
                run(job);
            }
        } finally {
            PUT_OFF.remove();
        }
    }

    /** A hint, for those who were answered and wait for this thread's processor. */
    private static void letThemAskAgain() {
        Thread.yield();
    }

    /** What fails keeps nothing else from being done. */
    private static void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            // Its message may hold what a client sent.
            LOG.error("an answer or what follows it failed: {}", e.getClass().getName());
        }
    }
}
