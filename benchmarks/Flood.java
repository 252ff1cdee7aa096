import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

/**
 * What guessing does to others, and what it tells the guesser. Latencies of valid keys are taken
 * from when each request was due: alone, beside ten times as many checks of valid keys, and under
 * ten times as many guesses; so that what guessing does is told from what any load does. Answers to
 * unknown keys are compared with answers to wrong secrets, asked one by one, in random order.
 *
 * <p>Arguments: base address, the gateway's own key, a file with a valid key a line.
 */
class Flood {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int VALID_PER_SECOND = 200;
    private static final int OTHERS_PER_SECOND = 10 * VALID_PER_SECOND;
    private static final int RUNS = 3;
    private static final int SECONDS = 8;
    private static final int WARM_UP_SECONDS = 5;
    private static final int PAIRS = 5_000;

    /** Of those that are measured, and of those beside them. */
    private static final int CONNECTIONS = 64;

    private static final HttpClient CLIENT = client();
    private static URI checks;
    private static String caller;
    private static List<String> keys;

    public static void main(String[] args) throws Exception {
        checks = URI.create(args[0] + "/api/v1/checks");
        caller = args[1];
        keys = Files.readAllLines(Path.of(args[2]));
        load(OTHERS_PER_SECOND, Flood::valid, WARM_UP_SECONDS, new ConcurrentHashMap<>());
        load(OTHERS_PER_SECOND, Flood::guess, WARM_UP_SECONDS, new ConcurrentHashMap<>());
        System.out.printf(
                "| valid keys, %d a second | p50 in ms | p99 in ms | answers |%n",
                VALID_PER_SECOND);
        System.out.println("| --- | --- | --- | --- |");
        List<Beside> besides =
                List.of(
                        new Beside("alone", null),
                        new Beside(OTHERS_PER_SECOND + " other checks a second", Flood::valid),
                        new Beside(OTHERS_PER_SECOND + " guesses a second", Flood::guess));
        List<List<Result>> results =
                besides.stream().<List<Result>>map(_ -> new ArrayList<>()).toList();
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < besides.size(); i++) {
                results.get(i).add(run(besides.get(i).others));
            }
        }
        for (int i = 0; i < besides.size(); i++) {
            report(besides.get(i).what, results.get(i));
        }
        System.out.println();
        compare();
    }

    private record Beside(String what, Bodies others) {}

    private static Result run(Bodies beside) throws Exception {
        var statuses = new ConcurrentHashMap<Integer, AtomicInteger>();
        var others = new ConcurrentHashMap<Integer, AtomicInteger>();
        Thread thread =
                Thread.ofPlatform()
                        .unstarted(() -> load(OTHERS_PER_SECOND, beside, SECONDS + 2, others));
        if (beside != null) {
            thread.start();
            Thread.sleep(1_000);
        }
        double[] millis = load(VALID_PER_SECOND, Flood::valid, SECONDS, statuses);
        thread.join();
        return new Result(millis, statuses + (beside == null ? "" : ", others " + others));
    }

    private record Result(double[] millis, String answers) {

        double p99() {
            return quantile(millis, 0.99);
        }
    }

    /** The median run by its p99. */
    private static void report(String what, List<Result> results) {
        Result result =
                results.stream()
                        .sorted(Comparator.comparingDouble(Result::p99))
                        .toList()
                        .get(RUNS / 2);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %s |%n",
                what,
                quantile(result.millis, 0.5),
                result.p99(),
                result.answers);
    }

    private interface Bodies {
        String next();
    }

    /**
     * Sends so many a second over so many connections, and gives the sorted latencies, each from
     * when its request was due, also if no connection was free then.
     */
    private static double[] load(
            int perSecond,
            Bodies bodies,
            int seconds,
            ConcurrentHashMap<Integer, AtomicInteger> statuses) {
        double[] latencies = new double[perSecond * seconds];
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (HttpClient client = client();
                ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.submit(
                        () -> {
                            for (int n = next.getAndIncrement();
                                    n < latencies.length;
                                    n = next.getAndIncrement()) {
                                long due = begin + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
                                LockSupport.parkNanos(due - System.nanoTime());
                                int status = status(client, request(bodies.next()));
                                latencies[n] = (System.nanoTime() - due) / 1e6;
                                statuses.computeIfAbsent(status, _ -> new AtomicInteger())
                                        .incrementAndGet();
                            }
                            return null;
                        });
            }
        }
        return Arrays.stream(latencies).sorted().toArray();
    }

    private static int status(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** In turn, so that whatever else the machine does strikes both alike. */
    private static void compare() throws Exception {
        List<double[]> nanos = new ArrayList<>(List.of(new double[PAIRS], new double[PAIRS]));
        for (int i = -PAIRS / 5; i < PAIRS; i++) {
            int first = ThreadLocalRandom.current().nextInt(2);
            for (int turn = 0; turn < 2; turn++) {
                int kind = turn ^ first;
                HttpRequest request = request(body(kind == 0 ? unknown() : wrong(), "10.6.6.1"));
                long begin = System.nanoTime();
                CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
                if (i >= 0) {
                    nanos.get(kind)[i] = (System.nanoTime() - begin) / 1e3;
                }
            }
            Thread.sleep(0, 200_000);
        }
        double[] differences = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            differences[i] = nanos.get(1)[i] - nanos.get(0)[i];
        }
        nanos.forEach(Arrays::sort);
        Arrays.sort(differences);
        double error =
                1.57
                        * (quantile(differences, 0.75) - quantile(differences, 0.25))
                        / Math.sqrt(PAIRS);
        System.out.printf(
                Locale.ROOT,
                "Unknown keys are answered in %.0f µs, wrong secrets in %.0f µs (medians of %d each, mixed); the"
                        + " median of their differences is %.1f µs ± %.1f µs.%n",
                quantile(nanos.get(0), 0.5),
                quantile(nanos.get(1), 0.5),
                PAIRS,
                quantile(differences, 0.5),
                error);
    }

    private static HttpRequest request(String body) {
        return HttpRequest.newBuilder(checks)
                .header("Content-Type", "application/json")
                .header("X-API-Key", caller)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String valid() {
        return body(keys.get(ThreadLocalRandom.current().nextInt(keys.size())), "10.1.2.3");
    }

    private static String guess() {
        return body(ThreadLocalRandom.current().nextBoolean() ? unknown() : wrong(), guesser());
    }

    private static String guesser() {
        return "10.6.6." + ThreadLocalRandom.current().nextInt(1, 20);
    }

    private static String body(String key, String address) {
        return "{\"key\":\"%s\",\"permission\":\"catalog.assets:view\",\"address\":\"%s\",\"userAgent\":\"flood\"}"
                .formatted(key, address);
    }

    private static String unknown() {
        return key(digits(22));
    }

    /** A key that exists, shown with another secret. */
    private static String wrong() {
        String some = keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
        return key(some.substring(3, 25));
    }

    private static String key(String id) {
        String text = "kl_" + id + "_" + digits(43);
        CRC32 crc = new CRC32();
        crc.update(text.getBytes());
        char[] checksum = new char[6];
        long rest = crc.getValue();
        for (int i = 5; i >= 0; i--) {
            checksum[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        return text + new String(checksum);
    }

    private static String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(DIGITS.charAt(ThreadLocalRandom.current().nextInt(62)));
        }
        return digits.toString();
    }

    private static double quantile(double[] sorted, double q) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(q * (sorted.length - 1)))];
    }
}
