package io.keyledger.access.gate;

import io.keyledger.access.batch.BatchProcessor;
import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;
import io.keyledger.access.journal.Journal;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.shared.id.IdGenerator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

/**
 * Checks keys and records their uses. Any number of threads may call; they wait while one thread
 * gathers their checks, decides them on one snapshot and commits the record. It holds one
 * connection and opens a new one after a failure, so that it recovers when the database does.
 */
public final class CheckGate implements AutoCloseable {

    private final GateCounters counters;
    private final PendingQueue queue;
    private final Reputation reputation;
    private final Thread worker;
    private final Duration answerWithin;

    CheckGate(
            DataSource dataSource,
            SecretHasher hasher,
            IdGenerator ids,
            GateSettings settings,
            GateProbe probe,
            GateObserver observer,
            LongSupplier nanoTime) {
        counters = new GateCounters(observer, nanoTime);
        queue = new PendingQueue(settings);
        reputation = new Reputation(nanoTime);
        answerWithin = settings.answerWithin();
        BatchProcessor processor =
                new BatchProcessor(
                        dataSource, hasher, new Journal(ids), probe, observer, nanoTime, settings);
        worker =
                Thread.ofPlatform()
                        .name("check-gate")
                        .daemon()
                        .start(
                                new GateWorker(
                                        queue,
                                        processor,
                                        counters,
                                        reputation,
                                        new Answering(
                                                settings,
                                                Runtime.getRuntime().availableProcessors())));
        Thread.ofPlatform()
                .name("check-gate-patience")
                .daemon()
                .start(new Patience(queue, worker, answerWithin));
    }

    /**
     * Opens a gate. The database need not be there yet.
     *
     * @param dataSource gives connections as keyledger_command or keyledger_query; the gate keeps
     *     one, and a second once it meets a rate limit
     */
    public static CheckGate open(DataSource dataSource, SecretHasher hasher, IdGenerator ids) {
        return open(
                dataSource, hasher, ids, GateSettings.DEFAULTS, GateProbe.NONE, GateObserver.NONE);
    }

    /** The same with other limits, and with somebody looking on. */
    public static CheckGate open(
            DataSource dataSource,
            SecretHasher hasher,
            IdGenerator ids,
            GateSettings settings,
            GateProbe probe,
            GateObserver observer) {
        return new CheckGate(dataSource, hasher, ids, settings, probe, observer, System::nanoTime);
    }

    /**
     * Decides on a caller's own key and records the use.
     *
     * @throws NotRecorded if the use could not be recorded in time
     */
    public Decision check(DirectCheck check) {
        return switch (answer(check)) {
            case Decision decision -> decision;
            case CallerRefused _ ->
                    throw new IllegalStateException("a direct check has no other caller");
        };
    }

    /**
     * Decides on a key for a caller and records the use.
     *
     * @throws NotRecorded if the use could not be recorded in time
     */
    public CheckResult check(BehalfCheck check) {
        return answer(check);
    }

    /**
     * The same for whoever does not wait: completed once it is recorded, by a thread that must not
     * be held up; with {@link NotRecorded} if it could not be.
     */
    public CompletionStage<CheckResult> ask(BehalfCheck check) {
        Pending pending = new Pending(check);
        try {
            enter(() -> put(pending));
        } catch (NotRecorded failure) {
            pending.fail(failure);
        }
        return pending.answer();
    }

    /**
     * Decides on many keys for one caller, who shows one key for all of them. Answers are in the
     * order of the checks, all recorded before the first is given; those that cannot be decided in
     * one batch are decided one batch after the other.
     *
     * @throws NotRecorded if one of them could not be recorded in time; others may be on record
     */
    public List<CheckResult> checkAll(List<BehalfCheck> checks) {
        if (checks.isEmpty()) {
            return List.of();
        }
        List<Pending> pendings = checks.stream().map(Pending::new).toList();
        String party = Reputation.callerNetwork(checks.getFirst());
        enter(() -> queue.putAll(pendings, party).forEach(this::giveWay));
        return pendings.stream().map(CheckGate::await).toList();
    }

    public GateStats stats() {
        return counters.stats();
    }

    /** How many checks wait for their batch at this moment. */
    public int waiting() {
        return queue.size();
    }

    /** Whether checks can be expected to be recorded, as far as the gate itself can tell. */
    public GateCondition condition() {
        if (!worker.isAlive() || queue.isClosing()) {
            return GateCondition.CLOSED;
        }
        return counters.condition();
    }

    /** Takes no more checks, and answers those that wait. */
    @Override
    public void close() {
        queue.close();
        try {
            worker.join(answerWithin);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private CheckResult answer(CheckRequest request) {
        Pending pending = new Pending(request);
        enter(() -> put(pending));
        return await(pending);
    }

    private void put(Pending pending) {
        Pending gaveWay = queue.put(pending, reputation.placeOf(pending.request()));
        if (gaveWay != null) {
            giveWay(gaveWay);
        }
    }

    private void giveWay(Pending pending) {
        counters.overloaded();
        pending.fail(new Overloaded());
    }

    private void enter(Runnable put) {
        try {
            put.run();
        } catch (Overloaded e) {
            counters.overloaded();
            throw e;
        }
    }

    /** Answered by the worker, or by {@link Patience}. */
    private static CheckResult await(Pending pending) {
        try {
            return pending.answer().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotRecorded failure
                    ? failure
                    : new IllegalStateException("checks fail as not recorded only");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotRecorded("the check was interrupted");
        }
    }
}
