package io.keyledger.access.gate;

import io.keyledger.access.batch.BatchProcessor;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.gate.GateCounters.UnderWay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** One of a gate's threads: gathers batches, has them processed, and has the answers handed out. */
final class GateWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GateWorker.class);

    private final PendingQueue queue;
    private final BatchProcessor processor;
    private final GateCounters counters;
    private final Reputation reputation;
    private final Answering answering;
    private final FailureLog log;

    GateWorker(
            PendingQueue queue,
            BatchProcessor processor,
            GateCounters counters,
            Reputation reputation,
            Answering answering,
            FailureLog log) {
        this.queue = queue;
        this.processor = processor;
        this.counters = counters;
        this.reputation = reputation;
        this.answering = answering;
        this.log = log;
    }

    @Override
    public void run() {
        try (processor) {
            List<Pending> batch = queue.gather();
            while (!batch.isEmpty()) {
                answer(batch);
                queue.ended(batch);
                batch = queue.gather();
            }
        }
    }

    private void answer(List<Pending> batch) {
        List<CheckRequest> requests = batch.stream().map(Pending::request).toList();
        UnderWay underWay = counters.begun(requests.size());
        try {
            List<CheckResult> answers = processor.process(requests);
            reputation.learn(requests, answers);
            underWay.answered(requests, answers);
            queue.answering(batch);
            answering.give(batch, answers);
            log.recovered();
        } catch (NotRecorded e) {
            fail(batch, underWay, e);
        } catch (RuntimeException | Error e) {
            // Its message may hold what was asked; its kind and place do not.
            LOG.error("a batch of checks failed: {}", e.getClass().getName(), withoutMessage(e));
            fail(batch, underWay, new NotRecorded("the use could not be recorded"));
        }
    }

    private void fail(List<Pending> batch, UnderWay underWay, NotRecorded failure) {
        processor.forget();
        underWay.failed();
        log.failed(failure);
        queue.answering(batch);
        batch.forEach(pending -> pending.fail(failure));
    }

    private static Throwable withoutMessage(Throwable failure) {
        Throwable told = new IllegalStateException("message withheld");
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}
