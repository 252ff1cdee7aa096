package io.keyledger.access.gate;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;

import java.util.concurrent.CompletableFuture;

/**
 * A check that waits for its batch.
 *
 * @param since when it came, as {@link System#nanoTime()}
 */
record Pending(CheckRequest request, long since, CompletableFuture<CheckResult> answer) {

    Pending(CheckRequest request) {
        this(request, System.nanoTime(), new CompletableFuture<>());
    }

    boolean isOlderThan(long nanoTime) {
        return since - nanoTime < 0;
    }

    void fail(NotRecorded failure) {
        answer.completeExceptionally(failure);
    }
}
