package io.keyledger.access.gate;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;

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
