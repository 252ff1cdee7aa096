package io.keyledger.access.gate;

import io.keyledger.access.batch.BatchProcessor;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** The gate's thread: gathers batches, has them processed, and has the answers handed out. */
final class GateWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GateWorker.class);

    private final PendingQueue queue;
    private final BatchProcessor processor;
    private final GateCounters counters;
    private final Reputation reputation;
    private final Answering answering;
    private boolean failing;

    GateWorker(
            PendingQueue queue,
            BatchProcessor processor,
            GateCounters counters,
            Reputation reputation,
            Answering answering) {
        this.queue = queue;
        this.processor = processor;
        this.counters = counters;
        this.reputation = reputation;
        this.answering = answering;
    }

    @Override
    public void run() {
        try (answering;
                processor) {
            List<Pending> batch = queue.gather();
            while (!batch.isEmpty()) {
                answer(batch);
                batch = queue.gather();
            }
        } finally {
            queue.closed();
        }
    }

    private void answer(List<Pending> batch) {
        List<CheckRequest> requests = batch.stream().map(Pending::request).toList();
        counters.begun(requests.size());
        try {
            List<CheckResult> answers = processor.process(requests);
            reputation.learn(requests, answers);
            counters.answered(requests, answers);
            queue.answering();
            answering.give(batch, answers);
            recovered();
        } catch (NotRecorded e) {
            fail(batch, e);
        } catch (RuntimeException | Error e) {
            // Its message may hold what was asked; its kind and place do not.
            LOG.error("a batch of checks failed: {}", e.getClass().getName(), withoutMessage(e));
            fail(batch, new NotRecorded("the use could not be recorded"));
        }
    }

    private void fail(List<Pending> batch, NotRecorded failure) {
        processor.forget();
        counters.failed(batch.size());
        if (!failing) {
            failing = true;
            LOG.warn("checks are answered 503: {}", failure.getMessage());
        }
        batch.forEach(pending -> pending.fail(failure));
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.info("checks are recorded and answered again");
        }
    }

    private static Throwable withoutMessage(Throwable failure) {
        Throwable told = new IllegalStateException("message withheld");
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}
