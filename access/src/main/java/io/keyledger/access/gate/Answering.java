package io.keyledger.access.gate;

import io.keyledger.access.check.CheckResult;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Hands out answers on threads of its own, so that the gate goes on with the next batch while those
 * who asked are told about the last.
 */
final class Answering implements AutoCloseable {

    /** Sending an answer takes about a quarter of what a check takes altogether. */
    private static final int SHARE_OF_PROCESSORS = 4;

    private final int threads =
            Math.max(1, Runtime.getRuntime().availableProcessors() / SHARE_OF_PROCESSORS);
    private final ExecutorService executor =
            Executors.newFixedThreadPool(
                    threads, Thread.ofPlatform().name("check-answers-", 0).daemon().factory());
    private final Duration patience;

    Answering(Duration patience) {
        this.patience = patience;
    }

    /** Answers all of a batch, whose results are in its order. */
    void give(List<Pending> batch, List<CheckResult> results) {
        int part = Math.ceilDiv(batch.size(), threads);
        for (int first = 0; first < batch.size(); first += part) {
            int from = first;
            int end = Math.min(first + part, batch.size());
            executor.execute(() -> give(batch, results, from, end));
        }
    }

    private static void give(List<Pending> batch, List<CheckResult> results, int from, int end) {
        for (int i = from; i < end; i++) {
            batch.get(i).answer().complete(results.get(i));
        }
    }

    /** Waits until all who are to be answered are. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
