package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;
import io.keyledger.access.gate.Place.Trust;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Three lanes to one batch. */
@Timeout(20)
class PendingQueueTest {

    private static final int BATCH = 8;
    private static final int CAPACITY = 12;

    private final PendingQueue queue = queueFor(CAPACITY, Duration.ofMillis(1));

    @Test
    void thoseThatComeOneByOneGoFirstAndLeaveAQuarter() {
        List<Pending> many = pendings(10);
        List<Pending> single = pendings(10);
        queue.putAll(many, "gateway");
        single.forEach(this::put);

        List<Pending> first = queue.gather();

        assertThat(first.subList(0, 6)).isEqualTo(single.subList(0, 6));
        assertThat(first.subList(6, 8)).isEqualTo(many.subList(0, 2));
        assertThat(queue.gather()).hasSize(BATCH).startsWith(single.get(6));
        assertThat(queue.gather()).isEqualTo(many.subList(6, 10));
    }

    @Test
    void manyAtOnceGoTwiceAsManyAtATimeWhereNobodyElseWaits() {
        PendingQueue large = queueFor(4 * BATCH, Duration.ofMillis(1));
        List<Pending> many = pendings(4 * BATCH);
        large.putAll(many, "gateway");

        assertThat(large.gather()).isEqualTo(many.subList(0, 2 * BATCH));
        large.put(pendings(1).getFirst(), new Place(Trust.KNOWN, "acme"));
        assertThat(large.gather()).hasSize(BATCH);
    }

    @Test
    void eachLaneTakesWhatTheOtherLeaves() {
        queue.putAll(pendings(BATCH), "gateway");
        assertThat(queue.gather()).hasSize(BATCH);
        pendings(BATCH).forEach(this::put);
        assertThat(queue.gather()).hasSize(BATCH);
    }

    @Test
    void aBatchWaitsForAsManyAsTheLastHadBesideThoseWhoCameMeanwhile() throws Exception {
        PendingQueue patient = patient();
        put(patient, 2);
        assertThat(patient.gather()).hasSize(2);
        put(patient, 3);
        patient.answering();
        try (ExecutorService gate = Executors.newSingleThreadExecutor()) {
            Future<List<Pending>> batch = gate.submit(patient::gather);
            put(patient, 1);
            assertThatThrownBy(() -> batch.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            put(patient, 1);
            assertThat(batch.get()).hasSize(5);
        }
    }

    @Test
    void whoAsksAloneWaitsForNobody() {
        PendingQueue patient = patient();
        for (int i = 0; i < 3; i++) {
            put(patient, 1);
            assertThat(patient.gather()).hasSize(1);
            patient.answering();
        }
    }

    /** Waits for so long that a test that waits in vain fails. */
    private static PendingQueue patient() {
        return queueFor(CAPACITY, Duration.ofSeconds(60));
    }

    private static void put(PendingQueue queue, int count) {
        pendings(count).forEach(each -> queue.put(each, new Place(Trust.KNOWN, "acme")));
    }

    @Test
    void aFullLaneIsRefusedWholeAndStopsNotTheOther() {
        queue.putAll(pendings(CAPACITY - 1), "gateway");
        List<Pending> tooMany = pendings(2);
        assertThatThrownBy(() -> queue.putAll(tooMany, "gateway")).isInstanceOf(Overloaded.class);
        assertThat(queue.size()).isEqualTo(CAPACITY - 1);
        pendings(CAPACITY).forEach(this::put);
        assertThatThrownBy(() -> put(pendings(1).getFirst())).isInstanceOf(Overloaded.class);
    }

    @Test
    void whoComesAfterTheEndIsToldAndWhoCameBeforeIsAnswered() {
        List<Pending> before = pendings(2);
        before.forEach(this::put);
        queue.close();
        assertThatThrownBy(() -> put(pendings(1).getFirst()))
                .isInstanceOf(NotRecorded.class)
                .isNotInstanceOf(Overloaded.class);
        assertThat(queue.gather()).isEqualTo(before);
        assertThat(queue.gather()).isEmpty();
    }

    @Test
    void whoWaitsWhenNobodyGathersAnyMoreIsTold() {
        Pending left = pendings(1).getFirst();
        put(left);
        queue.closed();
        assertThat(left.answer()).isCompletedExceptionally();
    }

    @Test
    void aWorkspaceWithAFewIsNotBehindOneWithMany() {
        List<Pending> flood = pendings(CAPACITY - 1);
        flood.forEach(each -> queue.put(each, new Place(Trust.KNOWN, "flooding")));
        Pending other = pendings(1).getFirst();
        queue.put(other, new Place(Trust.KNOWN, "other"));

        assertThat(queue.gather()).startsWith(flood.getFirst(), other);
    }

    @Test
    void ofAFullLaneTheLastOfTheLongestLineGivesWay() {
        List<Pending> flood = pendings(CAPACITY);
        flood.forEach(each -> queue.put(each, new Place(Trust.KNOWN, "flooding")));
        Pending other = pendings(1).getFirst();

        assertThat(queue.put(other, new Place(Trust.KNOWN, "other"))).isSameAs(flood.getLast());
        assertThat(queue.size()).isEqualTo(CAPACITY);
        assertThatThrownBy(() -> queue.put(flood.getLast(), new Place(Trust.KNOWN, "flooding")))
                .isInstanceOf(Overloaded.class);
        assertThat(queue.gather()).contains(other);
    }

    @Test
    void whoSendsAFewAtOnceIsNotBehindWhoSendsMany() {
        List<Pending> flood = pendings(CAPACITY - 2);
        List<Pending> few = pendings(2);
        queue.putAll(flood, "flooding");
        queue.putAll(few, "other");

        assertThat(queue.gather())
                .startsWith(flood.get(0), few.get(0), flood.get(1), few.get(1), flood.get(2));
    }

    @Test
    void ofWhoSendsMostAsManyGiveWayAsAreMissing() {
        List<Pending> flood = pendings(CAPACITY);
        List<Pending> few = pendings(3);
        queue.putAll(flood, "flooding");

        assertThat(queue.putAll(few, "other"))
                .containsExactly(
                        flood.get(CAPACITY - 1), flood.get(CAPACITY - 2), flood.get(CAPACITY - 3));
        assertThat(queue.size()).isEqualTo(CAPACITY);
        assertThat(queue.gather()).containsAll(few);
    }

    @Test
    void whoWouldHaveMostHimselfIsRefusedAndNobodyGivesWay() {
        queue.putAll(pendings(CAPACITY - 2), "first");
        List<Pending> asMany = pendings(CAPACITY - 2);

        assertThatThrownBy(() -> queue.putAll(asMany, "second")).isInstanceOf(Overloaded.class);
        assertThat(queue.size()).isEqualTo(CAPACITY - 2);
    }

    @Test
    void suspectsHaveAQuarterAndTheirNetworksTakeTurns() {
        List<Pending> suspects = pendings(6);
        suspects.forEach(each -> queue.put(each, new Place(Trust.SUSPECT, "192.0.2.7/32")));
        Pending stranger = pendings(1).getFirst();
        queue.put(stranger, new Place(Trust.STRANGER, "192.0.2.8/32"));
        List<Pending> known = pendings(10);
        known.forEach(this::put);

        List<Pending> batch = queue.gather();

        assertThat(batch.subList(0, 6)).isEqualTo(known.subList(0, 6));
        assertThat(batch.subList(6, BATCH)).containsExactly(suspects.getFirst(), stranger);
    }

    @Test
    void aSuspiciousNetworkWaitsWithFewAtOnce() {
        PendingQueue large = queueFor(1_000, Duration.ofMillis(1));
        Place place = new Place(Trust.SUSPECT, "192.0.2.7/32");
        pendings(PendingQueue.MOST_OF_A_SUSPECT).forEach(each -> large.put(each, place));

        assertThatThrownBy(() -> large.put(pendings(1).getFirst(), place))
                .isInstanceOf(Overloaded.class);
        large.put(pendings(1).getFirst(), new Place(Trust.STRANGER, "192.0.2.8/32"));
        assertThat(large.size()).isEqualTo(PendingQueue.MOST_OF_A_SUSPECT + 1);
    }

    private static PendingQueue queueFor(int capacity, Duration gatherFor) {
        return new PendingQueue(
                new GateSettings(
                        BATCH,
                        capacity,
                        gatherFor,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        GateSettings.DEFAULTS.unknownKeyPace()));
    }

    private void put(Pending pending) {
        queue.put(pending, new Place(Trust.KNOWN, "acme"));
    }

    private static List<Pending> pendings(int count) {
        return Stream.generate(
                        () ->
                                new Pending(
                                        new DirectCheck(
                                                new PresentedKey.Malformed(),
                                                Checks.asked("a:view"),
                                                Source.UNKNOWN)))
                .limit(count)
                .toList();
    }
}
