package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A rate limit counts over all nodes: never over, and early by no more than what nodes hold. */
class RateLimitOverNodesTest {

    private static final String WS = "/api/v1/workspaces/acme";
    private static final int USES = 300;
    private static final int PER_SECONDS = 3;
    private static final int WINDOWS = 4;
    private static final int CALLERS_OF_A_NODE = 8;

    /** Each of two nodes leases a twentieth at a time and may hold it when the rest is gone. */
    private static final int HELD = 2 * USES / 20;

    @TempDir private Path data;

    private record Use(int node, boolean allowed, long window) {}

    @Test
    void twoNodesLetThroughWhatOneLimitSays() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node one = Node.start(database, data);
                Node two = Node.start(database, data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Api here = one.administrator();
            String key = limitedKey(here);
            List<Api> nodes = List.of(here, here.on(two.address()));
            Instant end = Instant.now().plusSeconds((long) WINDOWS * PER_SECONDS);
            List<Future<List<Use>>> callers = new ArrayList<>();
            for (int i = 0; i < nodes.size() * CALLERS_OF_A_NODE; i++) {
                int node = i % nodes.size();
                callers.add(threads.submit(() -> useUntil(end, node, nodes.get(node), key)));
            }
            Map<Long, List<Use>> windows = new TreeMap<>();
            for (Future<List<Use>> caller : callers) {
                caller.get()
                        .forEach(
                                use ->
                                        windows.computeIfAbsent(
                                                        use.window(), _ -> new ArrayList<>())
                                                .add(use));
            }
            assertThat(windows).hasSizeGreaterThanOrEqualTo(WINDOWS);
            windows.values().forEach(RateLimitOverNodesTest::neverOver);
            // The first and the last window were used for a part of their time only.
            windows.values().stream()
                    .skip(1)
                    .limit(WINDOWS - 2)
                    .forEach(RateLimitOverNodesTest::hardlyEarly);
        }
    }

    private static void neverOver(List<Use> window) {
        assertThat(window.stream().filter(Use::allowed).count()).isLessThanOrEqualTo(USES);
    }

    private static void hardlyEarly(List<Use> window) {
        assertThat(window).as("more was asked than is allowed").hasSizeGreaterThan(USES);
        assertThat(window.stream().filter(Use::allowed).count())
                .isGreaterThanOrEqualTo(USES - HELD);
        assertThat(window.stream().filter(Use::allowed).map(Use::node).distinct()).hasSize(2);
    }

    private static List<Use> useUntil(Instant end, int node, Api api, String key) {
        List<Use> uses = new ArrayList<>();
        while (Instant.now().isBefore(end)) {
            Answer answer =
                    api.post(
                                    "/api/v1/checks",
                                    "{\"key\":\"%s\",\"permission\":\"catalog:view\"}"
                                            .formatted(key))
                            .mustBe(200);
            boolean allowed = answer.text("decision").equals("allow");
            if (!allowed) {
                assertThat(answer.text("reason")).isEqualTo("rate-limited");
            }
            long second = Instant.parse(answer.text("checkedAt")).getEpochSecond();
            uses.add(new Use(node, allowed, second / PER_SECONDS));
        }
        return uses;
    }

    private static String limitedKey(Api api) {
        api.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        String role = created(api, "/roles", "{\"name\":\"r\",\"permissions\":[\"catalog:view\"]}");
        String policy =
                created(
                        api,
                        "/policies",
                        "{\"name\":\"p\",\"state\":\"enabled\",\"guards\":{\"rateLimit\":{\"uses\":%d,\"perSeconds\":%d}}}"
                                .formatted(USES, PER_SECONDS));
        String user =
                created(
                        api,
                        "/service-users",
                        "{\"username\":\"u\",\"roles\":[\"%s\"],\"policies\":[\"%s\"]}"
                                .formatted(role, policy));
        return api.post(WS + "/service-users/" + user + "/keys", "{\"name\":\"k\"}")
                .mustBe(201)
                .text("key");
    }

    private static String created(Api api, String list, String body) {
        return api.post(WS + list, body).mustBe(201).text("id");
    }
}
