package io.keyledger.access.gate;

import io.keyledger.access.batch.BatchObserver;
import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private volatile int lastBatchSize;
    private volatile boolean lastFailed;
    private volatile long lastEnded;

    GateCounters(GateObserver observer, LongSupplier nanoTime) {
        this.observer = observer;
        this.nanoTime = nanoTime;
    }

    /** A batch is closed; it ends by one of what is returned. */
    UnderWay begun(int size) {
        UnderWay batch = new UnderWay(nanoTime.getAsLong(), observer.begun(size));
        underWay.add(batch);
        return batch;
    }

    /** A batch between its beginning and its end. */
    final class UnderWay {

        private final long begun;
        private final BatchObserver observer;

        private UnderWay(long begun, BatchObserver observer) {
            this.begun = begun;
            this.observer = observer;
        }

        void answered(List<CheckRequest> asked, List<CheckResult> results) {
            ended(false);
            batches.increment();
            requests.add(asked.size());
            lastBatchSize = asked.size();
            observer.answered(asked, results);
        }

        void failed() {
            ended(true);
            failures.increment();
            observer.failed();
        }

        private void ended(boolean badly) {
            lastFailed = badly;
            lastEnded = nanoTime.getAsLong();
            underWay.remove(this);
        }
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
        long now = nanoTime.getAsLong();
        if (underWay.stream().anyMatch(batch -> now - batch.begun > STUCK_NANOS)) {
            return GateCondition.STUCK;
        }
        boolean failing = underWay.isEmpty() && lastFailed && now - lastEnded < FAILURE_NANOS;
        return failing ? GateCondition.FAILING : GateCondition.GOOD;
    }
}
