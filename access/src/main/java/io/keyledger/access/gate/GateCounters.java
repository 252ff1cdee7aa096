package io.keyledger.access.gate;

import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what a gate does, and passes it on to its observer. */
final class GateCounters {

    /** For so long after a failure nobody counts on the next batch. */
    private static final long FAILURE_NANOS = Duration.ofSeconds(5).toNanos();

    /** A batch takes milliseconds, and its answers are given up after 10 s. */
    private static final long STUCK_NANOS = Duration.ofSeconds(5).toNanos();

    private final GateObserver observer;
    private final LongSupplier nanoTime;
    private final LongAdder batches = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder overloaded = new LongAdder();
    private volatile int lastBatchSize;
    private volatile boolean lastFailed;
    private volatile boolean working;
    private volatile long changedAt;

    GateCounters(GateObserver observer, LongSupplier nanoTime) {
        this.observer = observer;
        this.nanoTime = nanoTime;
    }

    void begun(int size) {
        changedAt = nanoTime.getAsLong();
        working = true;
        observer.begun(size);
    }

    void answered(List<CheckRequest> asked, List<CheckResult> results) {
        ended(false);
        batches.increment();
        requests.add(asked.size());
        lastBatchSize = asked.size();
        observer.answered(asked, results);
    }

    void failed(int size) {
        ended(true);
        failures.increment();
        observer.failed(size);
    }

    void overloaded() {
        overloaded.increment();
        observer.overloaded();
    }

    GateStats stats() {
        return new GateStats(
                batches.sum(), requests.sum(), lastBatchSize, failures.sum(), overloaded.sum());
    }

    GateCondition condition() {
        long since = nanoTime.getAsLong() - changedAt;
        if (working) {
            return since > STUCK_NANOS ? GateCondition.STUCK : GateCondition.GOOD;
        }
        return lastFailed && since < FAILURE_NANOS ? GateCondition.FAILING : GateCondition.GOOD;
    }

    private void ended(boolean badly) {
        lastFailed = badly;
        changedAt = nanoTime.getAsLong();
        working = false;
    }
}
