package io.keyledger.access.gate;

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
    private volatile int lastBatchSize;
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean lastFailed;
    private volatile long lastEnded;

    GateCounters(GateObserver observer, LongSupplier nanoTime) {
        this.observer = observer;
        this.nanoTime = nanoTime;
    }

    UnderWay begun(int size) {
        UnderWay batch = new UnderWay(nanoTime.getAsLong(), observer.begun(size));
        underWay.add(batch);
        return batch;
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
        if (underWay.stream().anyMatch(batch -> now - batch.since > STUCK_NANOS)) {
            return GateCondition.STUCK;
        }
        boolean failing = lastFailed && now - lastEnded < FAILURE_NANOS;
        return failing && underWay.isEmpty() ? GateCondition.FAILING : GateCondition.GOOD;
    }

    /** A batch that was begun and has not ended. */
    final class UnderWay {

        private final long since;
        private final GateObserver.Batch observed;

        private UnderWay(long since, GateObserver.Batch observed) {
            this.since = since;
            this.observed = observed;
        }

        void answered(List<CheckRequest> asked, List<CheckResult> results) {
            ended(false);
            batches.increment();
            requests.add(asked.size());
            lastBatchSize = asked.size();
            observed.answered(asked, results);
        }

        void failed() {
            ended(true);
            failures.increment();
            observed.failed();
        }

        private void ended(boolean badly) {
            lastFailed = badly;
            lastEnded = nanoTime.getAsLong();
            underWay.remove(this);
        }
    }
}
