package io.keyledger.benchmark.load;

import org.jspecify.annotations.Nullable;

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
 * Fills the audit trail of a workspace that {@link Fill} has made with uses, and times pages of it.
 * Of 100 uses 90 are allowed, 5 want what is not granted, 5 come from another network; the last key
 * of the file is used in one batch only, and one address once. A row ends early after {@value
 * #SECONDS_A_ROW} seconds.
 *
 * <p>Arguments: base address, an administrator's key, the file of keys, how many uses, how many
 * reads a row, and the console's cookie.
 */
final class Timeline {

    private static final int BATCH = 100;
    private static final int PAGE = 50;
    private static final int SECONDS_A_ROW = 20;
    private static final int MINUTES_FOR_VIEWS = 10;
    private static final String RARE_ADDRESS = "203.0.113.9";
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
        System.out.println(
                "| page of 50 | API: p50 in ms | p95 | console: p50 | p95 | reads | short, with a"
                        + " cursor | not 2xx |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
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
                    .append(rare && i == 1 ? RARE_ADDRESS : address(number))
                    .append("\"}");
        }
        send(body.append("]}").toString());
    }

    private static String address(long number) {
        return (number % 20 == 7 ? "198.51.100." : "10.1.2.") + number % 250;
    }

    /** Again while the node has no room. */
    private void send(String body) throws Exception {
        HttpRequest checks =
                request("/api/v1/checks:batch")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        int status;
        while ((status = http.send(checks, BodyHandlers.discarding()).statusCode()) == 503) {
            Thread.sleep(100);
        }
        if (status != 200) {
            throw new IOException("checks were answered " + status);
        }
    }

    /** What is told may be a second old, and asking is a use itself, which views see afterwards. */
    private void awaitViews() throws Exception {
        Instant end = Instant.now().plus(MINUTES_FOR_VIEWS, ChronoUnit.MINUTES);
        for (int caughtUp = 0; caughtUp < 4; ) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("views have not caught up in " + MINUTES_FOR_VIEWS + " min");
            }
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
            page("/timeline?decision=deny");
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
        row("long ago, within a second", _ -> second(began.plusMillis(span / 10)));
        row("from an address", _ -> "address=198.51.100." + (7 + 20 * random.nextInt(12)));
        row("from an address that was seen once", _ -> "address=" + RARE_ADDRESS);
        row("from a network", _ -> "address=198.51.100.0/24");
        row("from an address, allowed, and never both", _ -> "address=198.51.100.7&decision=allow");
        row("from an address that never was", _ -> "address=203.0.113.77");
        String policy = policy();
        row("refused by a policy", _ -> "policy=" + policy);
        row("changes alone", _ -> "kind=change");
        row("changes with a text", _ -> "q=user-" + random.nextInt(100));
        row("changes with a text that is nowhere", _ -> "q=nowhere-to-be-found");
        row("changes of a type", _ -> "type=service-user.ApiKeyGenerated");
        deepRow("", "entries");
        deepRow("decision=deny", "refused");
        List<String> ids = ids();
        IntFunction<String> entry = _ -> ids.get(random.nextInt(ids.size()));
        pair("one entry", number -> TRAIL + "/" + entry.apply(number), "/timeline/", entry);
        pair("its record", number -> TRAIL + "/" + entry.apply(number) + "/record", null, entry);
        pair("its proof", number -> TRAIL + "/" + entry.apply(number) + "/proof", null, entry);
        pair("counts by day", _ -> TRAIL + "/counts", null, entry);
        pair("hours of two days", _ -> TRAIL + "/hours", null, entry);
    }

    private static String second(Instant from) {
        return "from=" + from + "&to=" + from.plusSeconds(1);
    }

    private String policy() throws Exception {
        return first(
                "\"id\":\"([^\"]+)\"[^{}]*\"name\":\"inside\"",
                get("/api/v1/workspaces/" + WS + "/policies?limit=500").body());
    }

    private List<String> ids() throws Exception {
        List<String> ids = new ArrayList<>();
        Matcher id =
                Pattern.compile("\"id\":\"([0-9a-f-]+-\\d+-\\d+)\"")
                        .matcher(get(TRAIL + "?kind=use&limit=500").body());
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private static String first(String pattern, String text) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("no " + pattern + " in what was answered");
        }
        return found.group(1);
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
        pair(
                what,
                number -> TRAIL + "?limit=" + PAGE + "&" + query.apply(number),
                "/timeline?",
                query);
    }

    /** A row of the API's answers and, if there is a page for it, of the console's. */
    private void pair(
            String what,
            IntFunction<String> path,
            @Nullable String page,
            IntFunction<String> pagePath)
            throws Exception {
        List<Long> api = new ArrayList<>();
        List<Long> console = new ArrayList<>();
        int bad = 0;
        int cut = 0;
        Instant end = Instant.now().plusSeconds(SECONDS_A_ROW);
        for (int i = 0; i < reads && Instant.now().isBefore(end); i++) {
            String asked = path.apply(i);
            long start = System.nanoTime();
            HttpResponse<String> answer = get(asked);
            api.add(System.nanoTime() - start);
            bad += answer.statusCode() == 200 ? 0 : 1;
            cut += isCut(answer.body()) ? 1 : 0;
            if (page != null) {
                String shown = page + pagePath.apply(i);
                start = System.nanoTime();
                bad += page(shown).statusCode() == 200 ? 0 : 1;
                console.add(System.nanoTime() - start);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %d | %d | %d |%n",
                what,
                percentile(api, 50),
                percentile(api, 95),
                percentile(console, 50),
                percentile(console, 95),
                api.size(),
                cut,
                bad);
    }

    private static boolean isCut(String body) {
        return CURSOR.matcher(body).find() && body.split("\"occurredAt\"", -1).length <= PAGE;
    }

    private static String percentile(List<Long> nanos, int percent) {
        if (nanos.isEmpty()) {
            return "–";
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        int place = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return String.format(Locale.ROOT, "%.1f", sorted.get(Math.max(0, place)) / 1e6);
    }

    private List<String> users() throws Exception {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            users.add(userOf(keys.get(random.nextInt(keys.size() - 1))));
        }
        return users;
    }

    private String userOf(String key) throws Exception {
        return first(
                "\"serviceUserId\":\"([^\"]+)\"",
                get(TRAIL + "?limit=1&kind=change&key=" + idOf(key)).body());
    }

    private static String idOf(String key) {
        return key.split("_")[1];
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + "/console/" + WS + path))
                        .header("Cookie", cookie)
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("X-API-Key", administrator);
    }
}
