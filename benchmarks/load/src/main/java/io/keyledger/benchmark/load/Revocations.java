package io.keyledger.benchmark.load;

import io.keyledger.benchmark.load.OpenLoop.Answers;
import io.keyledger.benchmark.load.Revocable.Way;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs of a revocation at one node and the first check at the other, sent once the revocation has
 * been answered, while both nodes answer other checks: how many were still allowed, and how long
 * after the revocation's answer the refusal came.
 *
 * <p>Arguments: addresses of two nodes of one database, an administrator's key, a file of keys in
 * {@code bench-0} to {@code bench-19} for the checks beside it, how many pairs, and how many other
 * checks a second each node is asked. Ends with 1 if a check was allowed after its permission was
 * gone, or refused after it was given back; with 2 if that could not be found out.
 */
final class Revocations {

    private static final int WORKERS = 32;
    private static final int WORKSPACES = 20;
    private static final int CONNECTIONS = 32;

    /** Then another service user: what happened to one is read whole by each command to it. */
    private static final int ROUNDS_EACH = 3 * Way.values().length;

    private static final int LOAD_SECONDS = 2;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final List<String> nodes;
    private final String key;
    private final List<Administrator> administrators;
    private final int pairs;
    private final int perSecond;
    private final Keys keys;
    private final Map<Way, Histogram> micros = new EnumMap<>(Way.class);
    private final AtomicIntegerArray stale = new AtomicIntegerArray(Way.values().length);
    private final AtomicInteger withheld = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger(WORKERS);
    private final AtomicLong beside = new AtomicLong();
    private final AtomicLong refusedBeside = new AtomicLong();
    private volatile boolean failed;

    private Revocations(String[] args) throws IOException {
        nodes = List.of(args[0], args[1]);
        key = args[2];
        administrators = nodes.stream().map(node -> new Administrator(node, key)).toList();
        keys = Keys.of(args[3]);
        pairs = Integer.parseInt(args[4]);
        perSecond = Integer.parseInt(args[5]);
        for (Way way : Way.values()) {
            micros.put(way, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
        }
    }

    public static void main(String[] args) {
        int status;
        try {
            Revocations revocations = new Revocations(args);
            revocations.run();
            status = revocations.withheld.get() + revocations.allStale() > 0 ? 1 : 0;
        } catch (Exception e) {
            e.printStackTrace();
            status = 2;
        }
        System.exit(status);
    }

    /** Reports whatever there is, also if it could not be ended. */
    private void run() throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<@Nullable Void>> all =
                    Stream.concat(
                                    nodes.stream()
                                            .map(node -> submitted(threads, () -> load(node))),
                                    IntStream.range(0, WORKERS)
                                            .mapToObj(
                                                    worker ->
                                                            submitted(
                                                                    threads,
                                                                    () -> alternate(worker))))
                            .toList();
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.DAYS);
            report((System.nanoTime() - begin) / 1e9);
            for (Future<@Nullable Void> each : all) {
                each.get();
            }
        }
    }

    private Future<@Nullable Void> submitted(
            ExecutorService threads, Callable<@Nullable Void> task) {
        return threads.submit(
                () -> {
                    try {
                        return task.call();
                    } catch (Exception | Error e) {
                        failed = true;
                        throw e;
                    }
                });
    }

    /** Every other worker changes at the one node and checks at the other. */
    private @Nullable Void alternate(int worker) throws IOException, InterruptedException {
        Administrator here = administrators.get(worker % 2);
        Administrator there = administrators.get(1 - worker % 2);
        Revocable subject = null;
        for (int round = worker; round < pairs && !failed; round += WORKERS) {
            if (subject == null || round / WORKERS % ROUNDS_EACH == 0) {
                subject = new Revocable(here, "bench-" + worker % WORKSPACES, "revocable-" + round);
                // So that the other node remembers it.
                there.mustBeAllowed(check(worker, subject));
            }
            Way way = Way.values()[(worker + round / WORKERS) % Way.values().length];
            subject.revoke(way);
            long answered = System.nanoTime();
            if (there.isAllowed(check(worker, subject))) {
                stale.incrementAndGet(way.ordinal());
            }
            of(way).recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - answered));
            subject.giveBack(way);
            if (!there.isAllowed(check(worker, subject))) {
                withheld.incrementAndGet();
            }
        }
        working.decrementAndGet();
        return null;
    }

    /** From an address of the worker's own: an old secret is a guess, which makes suspicious. */
    private static String check(int worker, Revocable subject) {
        return Requests.body(subject.key(), Requests.GRANTED, "10.2.0." + worker);
    }

    private @Nullable Void load(String node) throws IOException {
        Requests requests = Requests.to(node, key);
        while (working.get() > 0 && !failed) {
            Answers answers =
                    OpenLoop.ask(
                            requests.server(),
                            CONNECTIONS,
                            perSecond,
                            LOAD_SECONDS,
                            () -> requests.check(keys.some(), Requests.GRANTED, Requests.INSIDE));
            beside.addAndGet(answers.micros().getTotalCount());
            refusedBeside.addAndGet(answers.refused());
        }
        return null;
    }

    private Histogram of(Way way) {
        return Objects.requireNonNull(micros.get(way));
    }

    private int allStale() {
        return IntStream.range(0, stale.length()).map(stale::get).sum();
    }

    private void report(double seconds) {
        System.out.println(
                "| revocation | pairs | first check allowed | ms from its answer to the refusal:"
                        + " p50 | p99 | longest |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
        for (Way way : Way.values()) {
            row(way.what, of(way), stale.get(way.ordinal()));
            all.add(of(way));
        }
        row("all", all, allStale());
        System.out.printf(
                Locale.ROOT,
                "%nIn %.0f s, %.0f pairs a second. Given back, %d of %d were refused by the first check."
                        + " Meanwhile %d other checks, %.0f a second, %d of them not 2xx.%n",
                seconds,
                all.getTotalCount() / seconds,
                withheld.get(),
                all.getTotalCount(),
                beside.get(),
                beside.get() / seconds,
                refusedBeside.get());
    }

    private static void row(String what, Histogram taken, int allowed) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.1f | %.1f | %.1f |%n",
                what,
                taken.getTotalCount(),
                allowed,
                taken.getValueAtPercentile(50) / 1e3,
                taken.getValueAtPercentile(99) / 1e3,
                taken.getMaxValue() / 1e3);
    }
}
