package io.keyledger.access.gate;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.DenyReason;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hands out answers. Where there are processors for it, threads of its own do so, and the gate goes
 * on with the next batch meanwhile. On fewer than {@value #PROCESSORS_PER_THREAD} the gate's thread
 * does it itself: most of those who ask next are those who are answered now, and another thread
 * would only take turns with theirs on one processor. That a key is unknown is told at a pace: at
 * whole multiples of an interval after it was asked, so that how long it took to find out does not
 * show, unless it is about the interval.
 */
final class Answering implements AutoCloseable {

    /** Sending an answer takes about a quarter of what a check takes altogether. */
    private static final int PROCESSORS_PER_THREAD = 4;

    private final int parts;
    private final Executor executor;
    private final List<ExecutorService> threads;
    private final ScheduledExecutorService paced =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("check-answers-paced").daemon().factory());
    private final Duration pace;
    private final Duration patience;

    Answering(GateSettings settings, int processors) {
        pace = settings.unknownKeyPace();
        patience = settings.answerWithin();
        parts = Math.max(1, processors / PROCESSORS_PER_THREAD);
        if (processors < PROCESSORS_PER_THREAD) {
            executor = Runnable::run;
            threads = List.of(paced);
        } else {
            ExecutorService own =
                    Executors.newFixedThreadPool(
                            parts,
                            Thread.ofPlatform().name("check-answers-", 0).daemon().factory());
            executor = own;
            threads = List.of(own, paced);
        }
    }

    /** Answers all of a batch, whose results are in its order. */
    void give(List<Pending> batch, List<CheckResult> results) {
        int part = Math.ceilDiv(batch.size(), parts);
        for (int first = 0; first < batch.size(); first += part) {
            int from = first;
            int end = Math.min(first + part, batch.size());
            executor.execute(() -> Afterwards.following(() -> give(batch, results, from, end)));
        }
    }

    private void give(List<Pending> batch, List<CheckResult> results, int from, int end) {
        for (int i = from; i < end; i++) {
            give(batch.get(i), results.get(i));
        }
    }

    private void give(Pending pending, CheckResult result) {
        DenyReason reason = result.reason();
        if (reason != null && reason.isToldAsUnknownKey()) {
            long left = untilNext(pace.toNanos(), System.nanoTime() - pending.since());
            paced.schedule(() -> pending.answer().complete(result), left, TimeUnit.NANOSECONDS);
        } else {
            pending.answer().complete(result);
        }
    }

    /** How long it is to the next whole multiple of the pace: more than nothing. */
    static long untilNext(long pace, long waited) {
        return pace - waited % pace;
    }

    /** Waits until all who are to be answered are. */
    @Override
    public void close() {
        threads.forEach(this::end);
    }

    private void end(ExecutorService answers) {
        answers.shutdown();
        try {
            answers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
