package io.keyledger.access.gate;

import java.util.concurrent.CompletableFuture;

/** A check that waits for its batch. */
record Pending(CheckRequest request, CompletableFuture<CheckResult> answer) {

    Pending(CheckRequest request) {
        this(request, new CompletableFuture<>());
    }

    void fail(NotRecorded failure) {
        answer.completeExceptionally(failure);
    }
}
