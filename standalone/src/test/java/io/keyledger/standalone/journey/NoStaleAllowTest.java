package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Once a change has been answered by one node, no other node decides by what was before:
 * alternating pairs of a change here and a check there, through every way a permission can go,
 * while other callers keep both nodes busy.
 */
class NoStaleAllowTest {

    /**
     * Of a revocation and a check. More of them by {@code -Dkeyledger.pairs=100000}. What lets one
     * check of 250 pass is found by 1,000 in 98 builds of 100.
     */
    private static final int PAIRS = Integer.getInteger("keyledger.pairs", 1_000);

    private static final int WORKERS = 16;

    /** Commands of one workspace that take away wait for each other. */
    private static final List<String> WORKSPACES = List.of("acme", "umbrella", "initech", "hooli");

    private static final int PAIRS_WITH_PAUSES = 300;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final long BETWEEN_CHECKS_NANOS = 5_000_000;

    @TempDir private Path data;

    @Test
    void noCheckOnOneNodeDecidesByWhatAnotherNodeHasChanged() throws Exception {
        noStaleAllow(PAIRS, GateProbe.NONE);
    }

    @Test
    void neitherWhenTheCommitOfABatchIsLongAfterItsSnapshot() throws Exception {
        noStaleAllow(PAIRS_WITH_PAUSES, new Pausing());
    }

    private void noStaleAllow(int atLeast, GateProbe probe) throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node one = Node.start(database, data, probe);
                Node two = Node.start(database, data, probe);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Api here = administrator(one.administrator());
            Api there = here.on(two.address());
            for (String workspace : WORKSPACES) {
                here.post(
                                "/api/v1/workspaces",
                                "{\"slug\":\"%1$s\",\"name\":\"%1$s\"}".formatted(workspace))
                        .mustBe(201);
            }
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicLong background = new AtomicLong();
            List<Future<?>> load = startLoad(threads, List.of(here, there), going, background);
            Queue<String> stale = new ConcurrentLinkedQueue<>();
            long pairs;
            try {
                pairs = alternateEverywhere(threads, here, there, atLeast, stale);
            } finally {
                going.set(false);
            }
            for (Future<?> caller : load) {
                caller.get();
            }
            assertThat(stale).isEmpty();
            assertThat(pairs).isGreaterThanOrEqualTo(atLeast);
            assertThat(background).as("checks beside the pairs").hasValueGreaterThan(atLeast / 5);
        }
    }

    /** The bootstrap administrator is for the first step only, each use of it is a warning. */
    private static Api administrator(Api bootstrap) {
        String system = "/api/v1/workspaces/system";
        String role =
                bootstrap
                        .post(
                                system + "/roles",
                                "{\"name\":\"everything\",\"permissions\":[\"*:*\"]}")
                        .mustBe(201)
                        .text("id");
        String user =
                bootstrap
                        .post(
                                system + "/service-users",
                                "{\"username\":\"changer\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        String keys = system + "/service-users/" + user + "/keys";
        return bootstrap.as(bootstrap.post(keys, "{\"name\":\"key\"}").mustBe(201).text("key"));
    }

    private static String workspace(int number) {
        return WORKSPACES.get(number % WORKSPACES.size());
    }

    private static long alternateEverywhere(
            ExecutorService threads, Api here, Api there, int atLeast, Queue<String> wrong)
            throws Exception {
        int rounds = atLeast / WORKERS + 1;
        List<Future<Long>> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Subject subject = Subject.in(here, workspace(worker), worker);
            Api changes = worker % 2 == 0 ? here : there;
            Api checks = worker % 2 == 0 ? there : here;
            workers.add(threads.submit(() -> alternate(subject, changes, checks, rounds, wrong)));
        }
        long pairs = 0;
        for (Future<Long> worker : workers) {
            pairs += worker.get();
        }
        return pairs;
    }

    private static long alternate(
            Subject subject, Api changes, Api checks, int rounds, Queue<String> wrong) {
        long pairs = 0;
        for (int round = 0; round < rounds; round++) {
            Way way = Way.values()[round % Way.values().length];
            way.take(subject, changes);
            expect("deny", way, subject, checks, wrong);
            way.giveBack(subject, changes);
            expect("allow", way, subject, checks, wrong);
            pairs++;
        }
        return pairs;
    }

    private static void expect(
            String decision, Way way, Subject subject, Api checks, Queue<String> wrong) {
        Answer answer = way.check(subject, checks);
        if (answer.status() != 200 || !answer.text("decision").equals(decision)) {
            wrong.add(way + " should " + decision + ": " + answer.status() + " " + answer.body());
        }
    }

    private static List<Future<?>> startLoad(
            ExecutorService threads, List<Api> nodes, AtomicBoolean going, AtomicLong done) {
        List<Future<?>> load = new ArrayList<>();
        for (Api node : nodes) {
            Subject busy = Subject.in(node, workspace(load.size()), 100 + load.size());
            load.add(
                    threads.submit(
                            () -> {
                                while (going.get()) {
                                    busy.check(node, Subject.BY_ROLE).mustBe(200);
                                    done.incrementAndGet();
                                    LockSupport.parkNanos(BETWEEN_CHECKS_NANOS);
                                }
                            }));
        }
        return load;
    }

    /** Holds batches, between their snapshot and their commit, for up to 20 ms. */
    private static final class Pausing implements GateProbe {
        @Override
        public void beforeCommit() {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(
                            ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
        }
    }
}
