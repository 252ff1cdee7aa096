package io.keyledger.access.gate;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a gate does. */
final class GateCounters {

    private final LongAdder batches = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder overloaded = new LongAdder();
    private volatile int lastBatchSize;

    void answered(int size) {
        batches.increment();
        requests.add(size);
        lastBatchSize = size;
    }

    void failed() {
        failures.increment();
    }

    void overloaded() {
        overloaded.increment();
    }

    GateStats stats() {
        return new GateStats(
                batches.sum(), requests.sum(), lastBatchSize, failures.sum(), overloaded.sum());
    }
}
