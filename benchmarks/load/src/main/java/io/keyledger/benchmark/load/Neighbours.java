package io.keyledger.benchmark.load;

import io.keyledger.benchmark.load.OpenLoop.Answers;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What some do to others: latencies of valid keys, from when each request was due, alone, beside
 * ten times as many checks of valid keys, under ten times as many guesses from several addresses,
 * under as many as somebody at one address gets in, and beside ten times as many checks in a huge
 * workspace that changes all the time; so that what each does is told from what any load does.
 *
 * <p>Arguments: base address, an administrator's key, which asks, too, a file with a valid key a
 * line.
 */
final class Neighbours {

    private static final int VALID_PER_SECOND = 200;
    private static final int TEN_TIMES = 10 * VALID_PER_SECOND;
    private static final int HUNDRED_TIMES = 100 * VALID_PER_SECOND;
    private static final int RUNS = 3;
    private static final int SECONDS = 8;
    private static final int WARM_UP_SECONDS = 4;
    private static final int CONNECTIONS = 64;

    /** More than the 64 checks of a network that guesses which may wait. */
    private static final int MANY_CONNECTIONS = 256;

    private static final int ADDRESSES = 20;
    private static final String ONE_ADDRESS = "10.7.7.7";

    private final InetSocketAddress server;
    private final HugeWorkspace huge;
    private final Supplier<byte[]> valid;
    private final List<Beside> besides;

    private Neighbours(Requests requests, Keys keys, HugeWorkspace huge) {
        this.server = requests.server();
        this.huge = huge;
        this.valid = () -> requests.check(keys.some(), Requests.GRANTED, Requests.INSIDE);
        this.besides =
                List.of(
                        new Beside("alone", 0, 0, false, null),
                        new Beside(
                                TEN_TIMES + " other checks a second",
                                TEN_TIMES,
                                CONNECTIONS,
                                false,
                                valid),
                        new Beside(
                                "%d guesses a second from %d addresses"
                                        .formatted(TEN_TIMES, ADDRESSES),
                                TEN_TIMES,
                                CONNECTIONS,
                                false,
                                () -> guess(requests, keys, address())),
                        new Beside(
                                "guesses from one address, as many as it gets in of %d a second"
                                        .formatted(HUNDRED_TIMES),
                                HUNDRED_TIMES,
                                MANY_CONNECTIONS,
                                false,
                                () -> guess(requests, keys, ONE_ADDRESS)),
                        new Beside(
                                "%d checks a second in a workspace of %d routes, of which one after the other changes, %d ms between"
                                        .formatted(
                                                TEN_TIMES,
                                                HugeWorkspace.ROUTES,
                                                HugeWorkspace.BETWEEN_CHANGES_MILLIS),
                                TEN_TIMES,
                                CONNECTIONS,
                                true,
                                () -> huge.check(requests)));
    }

    public static void main(String[] args) throws Exception {
        Keys keys = Keys.of(args[2]);
        HugeWorkspace huge = HugeWorkspace.fill(new Administrator(args[0], args[1]));
        new Neighbours(Requests.to(args[0], args[1]), keys, huge).measure();
    }

    private record Beside(
            String what,
            int perSecond,
            int connections,
            boolean changing,
            @Nullable Supplier<byte[]> others) {}

    private record Result(Answers valid, @Nullable Answers others) {

        double p99() {
            return valid.millis(99);
        }
    }

    private void measure() throws Exception {
        for (Beside beside : besides) {
            run(beside, WARM_UP_SECONDS);
        }
        List<List<Result>> results =
                besides.stream().<List<Result>>map(_ -> new ArrayList<>()).toList();
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < besides.size(); i++) {
                results.get(i).add(run(besides.get(i), SECONDS));
            }
        }
        System.out.printf(
                "| valid keys, %d a second | p50 in ms | p99 | longest of all runs | answers |"
                        + " answers to the others, a second |%n",
                VALID_PER_SECOND);
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < besides.size(); i++) {
            report(besides.get(i).what, results.get(i));
        }
        System.out.printf("%nThe workspace changed %d times meanwhile.%n", huge.changes());
    }

    private Result run(Beside beside, int seconds) throws Exception {
        Supplier<byte[]> others = beside.others;
        if (others == null) {
            return new Result(askValid(seconds), null);
        }
        AtomicBoolean changing = new AtomicBoolean(beside.changing);
        FutureTask<Void> changes = started(new FutureTask<>(() -> huge.change(changing)));
        FutureTask<Answers> meanwhile =
                started(
                        new FutureTask<>(
                                () ->
                                        OpenLoop.ask(
                                                server,
                                                beside.connections,
                                                beside.perSecond,
                                                seconds,
                                                others)));
        Answers answers = askValid(seconds);
        changing.set(false);
        changes.get();
        return new Result(answers, meanwhile.get());
    }

    private static <T> FutureTask<T> started(FutureTask<T> task) {
        Thread.ofPlatform().start(task);
        return task;
    }

    private Answers askValid(int seconds) throws Exception {
        return OpenLoop.ask(server, CONNECTIONS, VALID_PER_SECOND, seconds, valid);
    }

    /** The median run by its p99. */
    private static void report(String what, List<Result> results) {
        Result median =
                results.stream()
                        .sorted(Comparator.comparingDouble(Result::p99))
                        .toList()
                        .get(RUNS / 2);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %s | %s |%n",
                what,
                median.valid.millis(50),
                median.p99(),
                results.stream().mapToDouble(run -> run.valid.millis(100)).max().orElseThrow(),
                median.valid.statuses(),
                median.others == null ? "" : perSecond(median.others));
    }

    private static String perSecond(Answers answers) {
        return answers.statuses().entrySet().stream()
                .map(
                        status ->
                                "%d: %.0f"
                                        .formatted(
                                                status.getKey(),
                                                status.getValue() / answers.seconds()))
                .collect(Collectors.joining(", "));
    }

    private static byte[] guess(Requests requests, Keys keys, String address) {
        return requests.check(keys.either(), Requests.GRANTED, address);
    }

    private static String address() {
        return "10.6.6." + ThreadLocalRandom.current().nextInt(ADDRESSES);
    }
}
