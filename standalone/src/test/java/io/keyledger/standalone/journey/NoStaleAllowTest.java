package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Once a change has been answered by one node, no other node decides by what was before:
 * alternating pairs of a change here and a check there, through every way a permission can go,
 * while other callers keep both nodes busy.
 */
class NoStaleAllowTest {

    private static final int PAIRS = 10_000;
    private static final int WORKERS = 8;
    private static final int ROUNDS = PAIRS / WORKERS / 2 + 1;

    @TempDir private Path data;

    @Test
    void noCheckOnOneNodeDecidesByWhatAnotherNodeHasChanged() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node one = Node.start(database, data);
                Node two = Node.start(database, data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Api here = one.administrator();
            Api there = two.administrator();
            here.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicLong background = new AtomicLong();
            List<Future<?>> load = startLoad(threads, List.of(here, there), going, background);
            Queue<String> stale = new ConcurrentLinkedQueue<>();
            long pairs;
            try {
                pairs = alternateEverywhere(threads, here, there, stale);
            } finally {
                going.set(false);
            }
            for (Future<?> caller : load) {
                caller.get();
            }
            assertThat(stale).isEmpty();
            assertThat(pairs).isGreaterThanOrEqualTo(PAIRS);
            assertThat(background).as("checks beside the pairs").hasValueGreaterThan(PAIRS / 10);
        }
    }

    private static long alternateEverywhere(
            ExecutorService threads, Api here, Api there, Queue<String> wrong) throws Exception {
        List<Future<Long>> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Subject subject = Subject.in(here, worker);
            Api changes = worker % 2 == 0 ? here : there;
            Api checks = worker % 2 == 0 ? there : here;
            workers.add(threads.submit(() -> alternate(subject, changes, checks, wrong)));
        }
        long pairs = 0;
        for (Future<Long> worker : workers) {
            pairs += worker.get();
        }
        return pairs;
    }

    private static long alternate(Subject subject, Api changes, Api checks, Queue<String> wrong) {
        long pairs = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Way way = Way.values()[round % Way.values().length];
            way.take(subject, changes);
            expect("deny", way, subject, checks, wrong);
            way.giveBack(subject, changes);
            expect("allow", way, subject, checks, wrong);
            pairs += 2;
        }
        return pairs;
    }

    private static void expect(
            String decision, Way way, Subject subject, Api checks, Queue<String> wrong) {
        Answer answer = subject.check(checks);
        if (answer.status() != 200 || !answer.text("decision").equals(decision)) {
            wrong.add(way + " should " + decision + ": " + answer.status() + " " + answer.body());
        }
    }

    private static List<Future<?>> startLoad(
            ExecutorService threads, List<Api> nodes, AtomicBoolean going, AtomicLong done) {
        List<Future<?>> load = new ArrayList<>();
        for (Api node : nodes) {
            Subject busy = Subject.in(node, 100 + load.size());
            load.add(
                    threads.submit(
                            () -> {
                                while (going.get()) {
                                    busy.check(node).mustBe(200);
                                    done.incrementAndGet();
                                }
                            }));
        }
        return load;
    }
}
