package io.keyledger.benchmark.load;

import static io.keyledger.benchmark.load.Administrator.ID;
import static io.keyledger.benchmark.load.Administrator.KEY;
import static io.keyledger.benchmark.load.Administrator.found;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A workspace with thousands of routes, and a service user with a hundred roles by twenty groups,
 * all of which a node has to know for one check of its key.
 */
final class HugeWorkspace {

    static final int ROUTES = 4_000;

    /** Each has its routes as one aggregate, which a command reads whole. */
    private static final int APIS = 4;

    private static final int GROUPS = 20;
    private static final int ROLES_EACH = 5;
    static final long BETWEEN_CHANGES_MILLIS = 100;

    private static final int AT_ONCE = 16;
    private static final String PATH = "/api/v1/workspaces/huge";

    private final Administrator administrator;
    private final List<String> routes;
    private final String key;
    private final AtomicInteger changes = new AtomicInteger();

    private HugeWorkspace(Administrator administrator, List<String> routes, String key) {
        this.administrator = administrator;
        this.routes = routes;
        this.key = key;
    }

    static HugeWorkspace fill(Administrator administrator) throws Exception {
        administrator.post("/api/v1/workspaces", "{\"slug\":\"huge\",\"name\":\"Huge\"}");
        for (int api = 0; api < APIS; api++) {
            administrator.post(PATH + "/apis", "{\"name\":\"api-%d\"}".formatted(api));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<String> groups =
                    made(threads, GROUPS, number -> group(administrator, number)).stream()
                            .map(id -> '"' + id + '"')
                            .toList();
            String user =
                    found(
                            ID,
                            administrator.post(
                                    PATH + "/service-users",
                                    "{\"username\":\"huge\",\"groups\":[%s]}"
                                            .formatted(String.join(",", groups))));
            String key =
                    found(
                            KEY,
                            administrator.post(
                                    PATH + "/service-users/" + user + "/keys",
                                    "{\"name\":\"huge\"}"));
            List<String> routes = made(threads, ROUTES, number -> route(administrator, number));
            administrator.mustBeAllowed(
                    Requests.body(key, api(0), "GET", path(0), Requests.INSIDE));
            return new HugeWorkspace(administrator, routes, key);
        }
    }

    /** A check by method and path. */
    byte[] check(Requests requests) {
        int number = ThreadLocalRandom.current().nextInt(ROUTES);
        return requests.check(key, api(number), "GET", path(number), Requests.INSIDE);
    }

    /**
     * Changes one route after the other until told, so that nodes have to read those of its API
     * again.
     */
    @Nullable Void change(AtomicBoolean going) throws IOException, InterruptedException {
        while (going.get()) {
            int number = changes.getAndIncrement() % ROUTES;
            administrator.patch(
                    PATH + "/routes/" + routes.get(number),
                    "{\"permission\":\"%s\"}".formatted(permission(number + 1)));
            Thread.sleep(BETWEEN_CHANGES_MILLIS);
        }
        return null;
    }

    int changes() {
        return changes.get();
    }

    private interface Making {
        String make(int number) throws IOException, InterruptedException;
    }

    private static List<String> made(ExecutorService threads, int all, Making making)
            throws Exception {
        List<Future<String>> each =
                IntStream.range(0, all)
                        .mapToObj(number -> threads.submit(() -> making.make(number)))
                        .toList();
        for (Future<String> future : each) {
            future.get();
        }
        return each.stream().map(Future::resultNow).toList();
    }

    private static String group(Administrator administrator, int number)
            throws IOException, InterruptedException {
        StringBuilder roles = new StringBuilder();
        for (int i = 0; i < ROLES_EACH; i++) {
            String body =
                    "{\"name\":\"role-%d-%d\",\"permissions\":[\"%s\"]}"
                            .formatted(number, i, permission(number * ROLES_EACH + i));
            roles.append(i == 0 ? "\"" : ",\"")
                    .append(found(ID, administrator.post(PATH + "/roles", body)))
                    .append('"');
        }
        return found(
                ID,
                administrator.post(
                        PATH + "/groups",
                        "{\"name\":\"group-%d\",\"roles\":[%s]}".formatted(number, roles)));
    }

    private static String route(Administrator administrator, int number)
            throws IOException, InterruptedException {
        return found(
                ID,
                administrator.post(
                        PATH + "/routes",
                        """
                        {"api":"%s","method":"GET","path":"/v1/things-%d/{id}","permission":"%s"}
                        """
                                .formatted(api(number), number, permission(number))));
    }

    private static String api(int number) {
        return "api-" + number % APIS;
    }

    private static String path(int number) {
        return "/v1/things-" + number + "/4711";
    }

    private static String permission(int number) {
        return "things.t%d:view".formatted(number % (GROUPS * ROLES_EACH));
    }
}
