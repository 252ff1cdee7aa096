package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.direct;
import static io.keyledger.access.gate.Checks.directFrom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.RecordId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class CheckGateRecordingTest {

    private static Fixture fixture;
    private static ApiKeyText key;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        fixture.workspace("other");
        key = fixture.key(fixture.user("acme", fixture.role("acme", "catalog:view")));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void concurrentChecksShareCommitsAndEachIsOnRecordOnce() {
        ApiKeyText other = fixture.key(fixture.user("other", fixture.role("other", "catalog:*")));
        try (CheckGate gate = fixture.gate()) {
            gate.check(direct(key, "catalog:view"));
            long before = commits();
            List<Callable<List<Decision>>> callers =
                    IntStream.range(0, 128)
                            .mapToObj(i -> tenChecks(gate, i % 2 == 0 ? key : other))
                            .toList();
            List<Decision> decisions =
                    Concurrently.call(callers).stream().flatMap(List::stream).toList();
            assertThat(decisions).hasSize(1280).allMatch(Decision::allowed);
            Set<RecordId> ids = new HashSet<>();
            decisions.forEach(decision -> ids.add(decision.recordId()));
            assertThat(ids).hasSize(1280);
            assertThat(commits() - before).isLessThan(1280 / 5);
            assertEachIsWrittenOnce(decisions);
        }
    }

    private static void assertEachIsWrittenOnce(List<Decision> decisions) {
        List<Fixture.Written> journal = fixture.journal();
        for (Decision decision : decisions) {
            RecordId id = RecordId.parse(decision.recordId().toString()).orElseThrow();
            List<KeyUse> found =
                    journal.stream()
                            .filter(r -> r.stream().equals(id.writer().toString()))
                            .filter(r -> r.sequence() == id.sequence())
                            .map(r -> r.uses().uses().get(id.index()))
                            .toList();
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().keyId()).isEqualTo(decision.keyHolder().keyId());
        }
    }

    private static Callable<List<Decision>> tenChecks(CheckGate gate, ApiKeyText key) {
        return () ->
                Stream.generate(() -> gate.check(direct(key, "catalog:view"))).limit(10).toList();
    }

    /** Of transactions that wrote something: each writing batch is one. */
    private static long commits() {
        return fixture.number("SELECT count(DISTINCT xmin::text) FROM store.key_use_batch");
    }

    @Test
    void theQuerySideMayRunAGateAsWell() {
        try (CheckGate gate =
                CheckGate.open(fixture.database.query(), fixture.hasher, Fixture.IDS)) {
            PresentedKey shown = new PresentedKey.WellFormed(key);
            Decision decision = gate.check(directFrom("203.0.113.77", shown, "catalog:view"));
            assertThat(decision.allowed()).isTrue();
            assertThat(fixture.addressOf(decision.recordId())).contains("203.0.113.77");
        }
    }

    @Test
    void aWriterNumbersItsRecordsWithoutGaps() {
        try (CheckGate gate = fixture.gate()) {
            for (int i = 0; i < 5; i++) {
                gate.check(direct(Fixture.newKey(), "catalog:view"));
            }
            UUID writer = gate.check(direct(key, "catalog:view")).recordId().writer();
            assertThat(
                            fixture.journal().stream()
                                    .filter(r -> r.stream().equals(writer.toString()))
                                    .map(Fixture.Written::sequence))
                    .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aFloodOfUnknownKeysIsAHandfulOfRowsWithExactCounts() {
        HeldGate held = new HeldGate();
        int before = fixture.journal().size();
        long values = fixture.number("SELECT count(*) FROM store.personal_value");
        try (CheckGate gate = fixture.gate(held)) {
            List<Callable<Decision>> flood =
                    IntStream.range(0, 400)
                            .mapToObj(i -> (Callable<Decision>) () -> gate.check(guess(i)))
                            .toList();
            List<Decision> decisions = Concurrently.call(flood);
            assertThat(decisions).hasSize(400).noneMatch(Decision::allowed);
        }
        List<Fixture.Written> written = fixture.journal().subList(before, fixture.journal().size());
        assertThat(written).allMatch(record -> record.workspace().equals("system"));
        assertThat(written).allMatch(record -> record.uses().uses().size() <= 8);
        assertThat(written.stream().flatMap(r -> r.uses().uses().stream()).mapToLong(KeyUse::count))
                .satisfies(
                        counts ->
                                assertThat(counts.stream().mapToLong(c -> c).sum()).isEqualTo(400));
        assertThat(fixture.number("SELECT count(*) FROM store.personal_value") - values)
                .isLessThanOrEqualTo(8L * 2 * written.size());
        assertThat(written).hasSizeLessThan(10);
    }

    /** One source with many guesses, the others with one each. */
    private static DirectCheck guess(int i) {
        String address = i % 4 == 0 ? "198.51.100.1" : "2001:db8:" + Integer.toHexString(i) + "::1";
        return directFrom(address, new PresentedKey.WellFormed(Fixture.newKey()), "catalog:view");
    }

    @Test
    void aLateCommitIsNoAnswerAndTheNextCheckIsAnswered() {
        AtomicLong clock = new AtomicLong();
        AtomicBoolean late = new AtomicBoolean(true);
        GateProbe probe =
                new GateProbe() {
                    @Override
                    public void beforeCommit() {
                        if (late.getAndSet(false)) {
                            clock.addAndGet(2_000_000_001L);
                        }
                    }
                };
        try (CheckGate gate =
                new CheckGate(
                        fixture.database.command(),
                        fixture.hasher,
                        Fixture.IDS,
                        GateSettings.DEFAULTS,
                        probe,
                        GateObserver.NONE,
                        clock::get)) {
            assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                    .isInstanceOf(NotRecorded.class)
                    .hasMessageContaining("late");
            assertThat(gate.check(direct(key, "catalog:view")).recordId().sequence()).isEqualTo(1);
            assertThat(gate.stats().failedBatches()).isEqualTo(1);
        }
    }

    @Test
    void addressAndUserAgentAreKeptOncePerWorkspace() {
        try (CheckGate gate = fixture.gate()) {
            for (int i = 0; i < 3; i++) {
                Decision decision =
                        gate.check(
                                directFrom(
                                        "203.0.113.5",
                                        new PresentedKey.WellFormed(key),
                                        "catalog:view"));
                assertThat(fixture.addressOf(decision.recordId())).contains("203.0.113.5");
            }
        }
        assertThat(
                        fixture.number(
                                "SELECT count(*) FROM store.personal_value WHERE workspace = 'acme'"
                                        + " AND value = '203.0.113.5'"))
                .isEqualTo(1);
    }

    @Test
    void aRecordRefersToNoValueThatWasErasedBefore() {
        PresentedKey shown = new PresentedKey.WellFormed(key);
        try (CheckGate gate = fixture.gate();
                CheckGate other = fixture.gate()) {
            Decision first = gate.check(directFrom("203.0.113.6", shown, "catalog:view"));
            other.check(directFrom("203.0.113.6", shown, "catalog:view"));
            fixture.sql(
                    "UPDATE store.personal_value SET value = NULL, salt = NULL WHERE value = ?",
                    "203.0.113.6");
            assertThat(fixture.addressOf(first.recordId())).isEmpty();
            for (CheckGate each : List.of(gate, other)) {
                Decision later = each.check(directFrom("203.0.113.6", shown, "catalog:view"));
                assertThat(later.allowed()).isTrue();
                assertThat(fixture.addressOf(later.recordId())).contains("203.0.113.6");
            }
            assertThat(fixture.addressOf(first.recordId())).isEmpty();
        }
    }

    @Test
    void aClosedGateTakesNoMoreChecks() {
        HeldGate held = new HeldGate();
        CheckGate gate = fixture.gate(held);
        List<Callable<Boolean>> calls =
                IntStream.range(0, 50)
                        .<Callable<Boolean>>mapToObj(
                                _ -> () -> gate.check(direct(key, "catalog:view")).allowed())
                        .toList();
        assertThat(Concurrently.call(calls)).hasSize(50).containsOnly(true);
        gate.close();
        assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                .isInstanceOf(NotRecorded.class);
    }

    @Test
    void aFullQueueRefusesInsteadOfWaiting() throws Exception {
        HeldGate held = new HeldGate();
        GateSettings small =
                new GateSettings(
                        1,
                        2,
                        GateSettings.DEFAULTS.gatherFor(),
                        GateSettings.DEFAULTS.commitWithin(),
                        GateSettings.DEFAULTS.answerWithin(),
                        GateSettings.DEFAULTS.unknownKeyPace());
        try (CheckGate gate = fixture.gate(small, held)) {
            List<Callable<String>> calls =
                    IntStream.range(0, 20)
                            .<Callable<String>>mapToObj(_ -> () -> tried(gate))
                            .toList();
            List<String> answers = Concurrently.call(calls);
            assertThat(answers).contains("answered", "overloaded");
            assertThat(gate.stats().overloaded()).isPositive();
        }
    }

    @Test
    void whoWaitsTooLongIsToldInLineAndInTheBatch() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        GateSettings impatient =
                new GateSettings(
                        1,
                        GateSettings.DEFAULTS.queueCapacity(),
                        GateSettings.DEFAULTS.gatherFor(),
                        GateSettings.DEFAULTS.commitWithin(),
                        Duration.ofMillis(300),
                        GateSettings.DEFAULTS.unknownKeyPace());
        try (CheckGate gate = fixture.gate(impatient, holding(held))) {
            List<Callable<String>> calls =
                    IntStream.range(0, 3)
                            .<Callable<String>>mapToObj(_ -> () -> tried(gate))
                            .toList();
            assertThat(Concurrently.call(calls)).containsOnly("the check waited too long");
            held.countDown();
            gate.close();
        }
    }

    private static GateProbe holding(CountDownLatch held) {
        return new GateProbe() {
            @Override
            public void snapshotTaken() {
                try {
                    held.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static String tried(CheckGate gate) {
        try {
            gate.check(direct(key, "catalog:view"));
            return "answered";
        } catch (Overloaded _) {
            return "overloaded";
        } catch (NotRecorded e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Holds the first batch for a while, so that the others gather behind it. */
    private static final class HeldGate implements GateProbe {

        private final AtomicBoolean first = new AtomicBoolean(true);

        @Override
        public void snapshotTaken() {
            if (first.getAndSet(false)) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
