package io.keyledger.benchmark.load;

import io.keyledger.benchmark.load.OpenLoop.Answers;
import io.keyledger.benchmark.load.Revocable.Way;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Pairs of a revocation at one node and the first check at the other, sent once the revocation has
 * been answered, while both nodes answer other checks: how many were still allowed, and how long
 * after the revocation's answer the refusal came.
 *
 * <p>Arguments: addresses of two nodes of one database, an administrator's key, a file of keys in
 * {@code bench-0} to {@code bench-19} for the checks beside it, how many pairs, and how many other
 * checks a second each node is asked. Ends with 1 if a check was allowed after its permission was
 * gone, or refused after it was given back.
 */
final class Revocations {

    private static final int WORKERS = 32;
    private static final int WORKSPACES = 20;
    private static final int CONNECTIONS = 32;

    /** Then another service user: what happened to one is read whole by each command to it. */
    private static final int ROUNDS_EACH = 3 * Way.values().length;

    private static final int ROUND_SECONDS = 2;
    private static final int SHOWN_OF_WRONG = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> nodes;
    private final String administrator;
    private final int pairs;
    private final int perSecond;
    private final Guesses keys;
    private final Map<Way, Histogram> micros = new EnumMap<>(Way.class);
    private final Queue<String> stale = new ConcurrentLinkedQueue<>();
    private final Queue<String> withheld = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicLong beside = new AtomicLong();
    private final AtomicLong refusedBeside = new AtomicLong();

    private Revocations(String[] args) throws Exception {
        nodes = List.of(args[0], args[1]);
        administrator = args[2];
        keys = new Guesses(Files.readAllLines(Path.of(args[3])));
        pairs = Integer.parseInt(args[4]);
        perSecond = Integer.parseInt(args[5]);
        for (Way way : Way.values()) {
            micros.put(way, new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3));
        }
    }

    public static void main(String[] args) throws Exception {
        Revocations revocations = new Revocations(args);
        revocations.run();
        if (!revocations.stale.isEmpty() || !revocations.withheld.isEmpty()) {
            System.exit(1);
        }
    }

    private void run() throws Exception {
        List<FutureTask<Void>> load = nodes.stream().map(this::startLoad).toList();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> workers =
                    IntStream.range(0, WORKERS)
                            .mapToObj(worker -> threads.submit(() -> alternate(worker)))
                            .toList();
            for (Future<Void> worker : workers) {
                worker.get();
            }
        } finally {
            going.set(false);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        for (FutureTask<Void> each : load) {
            each.get();
        }
        report(seconds);
    }

    /** Every other worker changes at the one node and checks at the other. */
    private Void alternate(int worker) throws Exception {
        String here = nodes.get(worker % 2);
        String there = nodes.get(1 - worker % 2);
        Administrator changes = new Administrator(here, administrator);
        Revocable subject = null;
        for (int round = worker; round < pairs; round += WORKERS) {
            if (subject == null || round / WORKERS % ROUNDS_EACH == 0) {
                subject =
                        new Revocable(
                                changes, "bench-" + worker % WORKSPACES, "revocable-" + round);
            }
            Way way = Way.values()[(worker + round / WORKERS) % Way.values().length];
            subject.revoke(way);
            long answered = System.nanoTime();
            if (allowed(there, subject)) {
                stale.add(way.what);
            }
            Histogram taken = micros.get(way);
            if (taken != null) {
                taken.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - answered));
            }
            subject.giveBack(way);
            if (!allowed(there, subject)) {
                withheld.add(way.what);
            }
        }
        return null;
    }

    private boolean allowed(String node, Revocable subject) throws Exception {
        HttpRequest check =
                HttpRequest.newBuilder(URI.create(node + "/api/v1/checks"))
                        .header("X-API-Key", administrator)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"key\":\"%s\",\"permission\":\"%s\",\"address\":\"%s\"}"
                                                .formatted(
                                                        subject.key(),
                                                        Requests.GRANTED,
                                                        Requests.INSIDE)))
                        .build();
        HttpResponse<String> answer = http.send(check, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a check was answered " + answer.statusCode());
        }
        return answer.body().contains("\"decision\":\"allow\"");
    }

    private FutureTask<Void> startLoad(String node) {
        Requests requests = Requests.to(node, administrator);
        FutureTask<Void> load =
                new FutureTask<>(
                        () -> {
                            while (going.get()) {
                                Answers answers =
                                        OpenLoop.ask(
                                                requests.server(),
                                                CONNECTIONS,
                                                perSecond,
                                                ROUND_SECONDS,
                                                () ->
                                                        requests.check(
                                                                keys.some(),
                                                                Requests.GRANTED,
                                                                Requests.INSIDE));
                                beside.addAndGet(answers.micros().getTotalCount());
                                refusedBeside.addAndGet(answers.refused());
                            }
                            return null;
                        });
        Thread.ofPlatform().start(load);
        return load;
    }

    private void report(double seconds) {
        System.out.println(
                "| revocation | pairs | first check allowed | ms from its answer to the refusal:"
                        + " p50 | p99 | longest |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        Histogram all = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        micros.forEach(
                (way, taken) -> {
                    row(way.what, taken, stale.stream().filter(way.what::equals).count());
                    all.add(taken);
                });
        row("all", all, stale.size());
        System.out.printf(
                Locale.ROOT,
                "%nIn %.0f s, %d pairs a second. Given back, %d of %d were refused by the first check."
                        + " Meanwhile %d other checks, %.0f a second, %d of them not 2xx.%n",
                seconds,
                Math.round(pairs / seconds),
                withheld.size(),
                all.getTotalCount(),
                beside.get(),
                beside.get() / seconds,
                refusedBeside.get());
        withheld.stream().limit(SHOWN_OF_WRONG).forEach(System.err::println);
    }

    private static void row(String what, Histogram taken, long allowed) {
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
