package io.keyledger.access.gate;

import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Runs things at once, each on a virtual thread, and waits for all. */
final class Concurrently {

    private Concurrently() {}

    static Callable<Decision> of(CheckGate gate, DirectCheck check) {
        return () -> gate.check(check);
    }

    static <T> List<T> call(List<Callable<T>> calls) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream().map(f -> f.resultNow()).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
