import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the audit trail of a workspace that {@code Fill.java} has made with uses, and times pages
 * of it: {@code java benchmarks/Timeline.java <base> <administrator's key> <file of keys> <uses>
 * <reads a row> <console's cookie>}. Of 100 uses 90 are allowed, 5 want what is not granted, 5 come
 * from another network; the last key of the file is used in one batch of a thousand only.
 */
final class Timeline {

    private static final int BATCH = 1_000;
    private static final int AT_ONCE = 8;
    private static final int DEEP_PAGES = 200;
    private static final int DEEP_PAGE = 500;
    private static final String WS = "bench-0";
    private static final String TRAIL = "/api/v1/workspaces/" + WS + "/audit";
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Pattern BEHIND = Pattern.compile("\"(?:behind|pending)\":(\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(1);
    private final String base;
    private final String administrator;
    private final String cookie;
    private final List<String> keys;
    private final int reads;

    private Timeline(String[] args) throws IOException {
        base = args[0];
        administrator = args[1];
        keys = Files.readAllLines(Path.of(args[2]));
        reads = Integer.parseInt(args[4]);
        cookie = args[5];
    }

    public static void main(String[] args) throws Exception {
        Timeline timeline = new Timeline(args);
        Instant began = Instant.now();
        timeline.fill(Long.parseLong(args[3]));
        Instant filled = Instant.now();
        timeline.awaitViews();
        Instant seen = Instant.now();
        System.out.printf(
                Locale.ROOT,
                "Filled with %,d uses in %d s (%,.0f a second); views had them %d s later. %d reads"
                        + " a row, one after the other.%n%n",
                Long.parseLong(args[3]),
                began.until(filled, ChronoUnit.SECONDS),
                1_000.0
                        * Long.parseLong(args[3])
                        / Math.max(1, began.until(filled, ChronoUnit.MILLIS)),
                filled.until(seen, ChronoUnit.SECONDS),
                timeline.reads);
        System.out.println("| page of 50 | API: p50 in ms | p95 | console: p50 | p95 | not 2xx |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        timeline.measure(began, filled);
    }

    private void fill(long uses) throws Exception {
        long batches = Math.ceilDiv(uses, BATCH);
        AtomicLong next = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                all.add(
                        threads.submit(
                                () -> {
                                    long batch;
                                    while ((batch = next.getAndIncrement()) < batches) {
                                        check(batch, batch == batches / 2);
                                    }
                                    return null;
                                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    /** Of other keys than the last, but for the one batch in which that is used. */
    private void check(long batch, boolean rare) throws Exception {
        StringBuilder body = new StringBuilder("{\"checks\":[");
        for (int i = 0; i < BATCH; i++) {
            long number = batch * BATCH + i;
            String key =
                    rare && i % 10 == 0
                            ? keys.getLast()
                            : keys.get((int) (number * 7 % (keys.size() - 1)));
            body.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"")
                    .append(key)
                    .append("\",\"permission\":\"catalog.assets:")
                    .append(number % 20 == 3 ? "delete" : "view")
                    .append("\",\"address\":\"")
                    .append(number % 20 == 7 ? "198.51.100." : "10.1.2.")
                    .append(number % 250)
                    .append("\"}");
        }
        HttpResponse<String> answer =
                http.send(
                        request("/api/v1/checks:batch")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.append("]}").toString()))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
            Thread.sleep(100);
            check(batch, rare);
        } else if (answer.statusCode() != 200) {
            throw new IOException("checks were answered " + answer.statusCode());
        }
    }

    /** What is told may be a second old, and asking is a use itself, which views see afterwards. */
    private void awaitViews() throws Exception {
        for (int caughtUp = 0; caughtUp < 4; ) {
            Thread.sleep(500);
            long behind = 0;
            Matcher figures = BEHIND.matcher(get("/api/v1/health-report").body());
            while (figures.find()) {
                behind += Long.parseLong(figures.group(1));
            }
            caughtUp = behind > 20 ? 0 : caughtUp + 1;
        }
    }

    private void measure(Instant began, Instant filled) throws Exception {
        List<String> users = users();
        String rareUser = userOf(keys.getLast());
        long span = Math.max(1, began.until(filled, ChronoUnit.MILLIS));
        IntFunction<String> minute =
                _ -> {
                    Instant from = began.plusMillis(random.nextLong(span));
                    return "from=" + from + "&to=" + from.plusSeconds(60);
                };
        for (int i = 0; i < reads; i++) {
            get(TRAIL + "?limit=50&user=" + users.get(random.nextInt(users.size())));
            page("decision=deny");
        }
        row("the newest", _ -> "");
        row("of a service user", _ -> "user=" + users.get(random.nextInt(users.size())));
        row("of one that was used little, long ago", _ -> "user=" + rareUser);
        row("of a key", _ -> "key=" + idOf(keys.get(random.nextInt(keys.size() - 1))));
        row("refused", _ -> "decision=deny");
        row("allowed", _ -> "decision=allow");
        row("refused for a reason", _ -> "reason=network-not-allowed");
        row("refused for a reason that never was", _ -> "reason=key-expired");
        row("within a minute", minute);
        row("refused within a minute", number -> minute.apply(number) + "&decision=deny");
        row("before a minute", _ -> "to=" + began.plusMillis(random.nextLong(span)));
        row("from an address", _ -> "address=198.51.100." + (7 + 20 * random.nextInt(12)));
        row("changes alone", _ -> "kind=change");
        row("changes with a text", _ -> "q=user-" + random.nextInt(100));
        deepRow("", "entries");
        deepRow("decision=deny", "refused");
    }

    /** A page below so many entries as were passed; all but the last page of fewer. */
    private void deepRow(String filter, String what) throws Exception {
        String cursor = "";
        int passed = 0;
        for (int page = 0; page < DEEP_PAGES; page++) {
            String path = TRAIL + "?limit=" + DEEP_PAGE + "&" + filter + after(cursor);
            Matcher next = CURSOR.matcher(get(path).body());
            if (!next.find()) {
                break;
            }
            cursor = next.group(1);
            passed += DEEP_PAGE;
        }
        String below = filter + after(cursor);
        row("below %,d %s".formatted(passed, what), _ -> below);
    }

    private static String after(String cursor) {
        return cursor.isEmpty()
                ? ""
                : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private void row(String what, IntFunction<String> query) throws Exception {
        long[] api = new long[reads];
        long[] console = new long[reads];
        int bad = 0;
        for (int i = 0; i < reads; i++) {
            String asked = query.apply(i);
            long start = System.nanoTime();
            bad += get(TRAIL + "?limit=50&" + asked).statusCode() == 200 ? 0 : 1;
            long between = System.nanoTime();
            bad += page(asked).statusCode() == 200 ? 0 : 1;
            api[i] = between - start;
            console[i] = System.nanoTime() - between;
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %d |%n",
                what,
                percentile(api, 50),
                percentile(api, 95),
                percentile(console, 50),
                percentile(console, 95),
                bad);
    }

    private static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)] / 1e6;
    }

    private List<String> users() throws Exception {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            users.add(userOf(keys.get(random.nextInt(keys.size() - 1))));
        }
        return users;
    }

    private String userOf(String key) throws Exception {
        Matcher user =
                Pattern.compile("\"serviceUserId\":\"([^\"]+)\"")
                        .matcher(get(TRAIL + "?limit=1&kind=change&key=" + idOf(key)).body());
        if (!user.find()) {
            throw new IOException("nobody has the key " + idOf(key));
        }
        return user.group(1);
    }

    private static String idOf(String key) {
        return key.split("_")[1];
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String query) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + "/console/" + WS + "/timeline?" + query))
                        .header("Cookie", cookie)
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("X-API-Key", administrator);
    }
}
