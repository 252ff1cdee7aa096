package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A gate whose batches are under way side by side. */
@Timeout(30)
class SeveralBatchesTest {

    private static Fixture fixture;
    private static UUID user;
    private static ApiKeyText key;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        user = fixture.user("acme", fixture.role("acme", "catalog:view"));
        key = fixture.key(user);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aBatchThatWaitsForItsCommitHoldsNobodyUp() throws Exception {
        HeldCommit held = new HeldCommit();
        try (CheckGate gate = gate(held);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Decision> first = callers.submit(() -> gate.check(direct(key, "catalog:view")));
            held.awaitFirst();
            Decision second = gate.check(direct(key, "catalog:view"));
            assertThat(second.allowed()).isTrue();
            assertThat(fixture.recordOf(second.recordId()).uses().uses()).hasSize(1);
            assertThat(first.isDone()).isFalse();

            held.release();
            assertThat(first.get().allowed()).isTrue();
            assertThat(first.get().recordId().writer()).isNotEqualTo(second.recordId().writer());
            assertThat(fixture.recordOf(first.get().recordId()).uses().uses()).hasSize(1);
        }
    }

    @Test
    void eachWriterNumbersItsRecordsWithoutGaps() {
        int before = fixture.journal().size();
        try (CheckGate gate = gate(GateProbe.NONE)) {
            List<Callable<Decision>> calls =
                    IntStream.range(0, 300)
                            .mapToObj(_ -> Concurrently.of(gate, direct(key, "catalog:view")))
                            .toList();
            assertThat(Concurrently.call(calls)).hasSize(300).allMatch(Decision::allowed);
        }
        List<Fixture.Written> written = fixture.journal().subList(before, fixture.journal().size());
        assertThat(written.stream().mapToInt(record -> record.uses().uses().size()).sum())
                .isEqualTo(300);
        Set<String> writers =
                written.stream().map(Fixture.Written::stream).collect(Collectors.toSet());
        assertThat(writers).hasSizeBetween(1, 2);
        for (String writer : writers) {
            List<Long> numbers =
                    written.stream()
                            .filter(record -> record.stream().equals(writer))
                            .map(Fixture.Written::sequence)
                            .sorted()
                            .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.range(0, numbers.size()).mapToObj(i -> (long) i).toList());
        }
    }

    @Test
    void whatIsRevokedWhileABatchIsHeldIsRefusedInTheNext() throws Exception {
        UUID other = fixture.user("acme", fixture.role("acme", "catalog:view"));
        ApiKeyText revoked = fixture.key(other);
        HeldCommit held = new HeldCommit();
        try (CheckGate gate = gate(held);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Decision> before =
                    callers.submit(() -> gate.check(direct(revoked, "catalog:view")));
            held.awaitFirst();
            fixture.sql(
                    "UPDATE access.service_user SET status = 'disabled', version = version + 1"
                            + " WHERE id = ?",
                    other);
            assertThat(gate.check(direct(revoked, "catalog:view")).allowed()).isFalse();
            held.release();
            assertThat(before.get().allowed()).isTrue();
        }
        try (CheckGate gate = gate(GateProbe.NONE)) {
            for (int i = 0; i < 20; i++) {
                assertThat(gate.check(direct(revoked, "catalog:view")).allowed()).isFalse();
            }
        }
    }

    @Test
    void aFailedBatchTakesNoOtherWithIt() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        CountDownLatch bothThere = new CountDownLatch(2);
        GateProbe probe =
                new GateProbe() {
                    @Override
                    public void snapshotTaken() {
                        int number = batches.incrementAndGet();
                        if (number <= 2) {
                            bothThere.countDown();
                            waitFor(bothThere);
                        }
                        if (number == 2) {
                            throw new IllegalStateException("this batch fails");
                        }
                    }
                };
        try (CheckGate gate = gate(probe);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Decision> one = callers.submit(() -> gate.check(direct(key, "catalog:view")));
            await().until(() -> batches.get() == 1);
            Future<Decision> two = callers.submit(() -> gate.check(direct(key, "catalog:view")));
            assertThat(one.get().allowed()).isTrue();
            assertThatThrownBy(two::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(NotRecorded.class);
            for (int i = 0; i < 10; i++) {
                assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
            }
            assertThat(gate.stats().failedBatches()).isEqualTo(1);
            assertThat(gate.condition()).isEqualTo(GateCondition.GOOD);
        }
    }

    @Test
    void whoIsInABatchWhenTheGateClosesIsAnswered() throws Exception {
        HeldCommit held = new HeldCommit();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CheckGate gate = gate(held);
            Future<Decision> first = callers.submit(() -> gate.check(direct(key, "catalog:view")));
            held.awaitFirst();
            Future<?> closing = callers.submit(gate::close);
            await().until(() -> gate.condition() == GateCondition.CLOSED);
            held.release();
            assertThat(first.get().allowed()).isTrue();
            closing.get();
        }
    }

    private static CheckGate gate(GateProbe probe) {
        return CheckGate.open(
                fixture.database.command(),
                fixture.hasher,
                Fixture.IDS,
                GateSettings.DEFAULTS,
                probe,
                GateObserver.NONE);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the first batch before its commit. */
    private static final class HeldCommit implements GateProbe {

        private final AtomicBoolean first = new AtomicBoolean(true);
        private final CountDownLatch there = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void beforeCommit() {
            if (first.getAndSet(false)) {
                there.countDown();
                waitFor(released);
            }
        }

        void awaitFirst() {
            waitFor(there);
        }

        void release() {
            released.countDown();
        }
    }
}
