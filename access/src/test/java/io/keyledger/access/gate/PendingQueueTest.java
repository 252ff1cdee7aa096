package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.check.Overloaded;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two lanes to one batch. */
@Timeout(20)
class PendingQueueTest {

    private static final int BATCH = 8;
    private static final int CAPACITY = 12;

    private final PendingQueue queue =
            new PendingQueue(
                    new GateSettings(
                            BATCH,
                            CAPACITY,
                            Duration.ofMillis(1),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1)));

    @Test
    void thoseThatComeOneByOneGoFirstAndLeaveAQuarter() {
        List<Pending> many = pendings(10);
        List<Pending> single = pendings(10);
        queue.putAll(many);
        single.forEach(queue::put);

        List<Pending> first = queue.gather();

        assertThat(first.subList(0, 6)).isEqualTo(single.subList(0, 6));
        assertThat(first.subList(6, 8)).isEqualTo(many.subList(0, 2));
        assertThat(queue.gather()).hasSize(BATCH).startsWith(single.get(6));
        assertThat(queue.gather()).isEqualTo(many.subList(6, 10));
    }

    @Test
    void eachLaneTakesWhatTheOtherLeaves() {
        queue.putAll(pendings(BATCH));
        assertThat(queue.gather()).hasSize(BATCH);
        pendings(BATCH).forEach(queue::put);
        assertThat(queue.gather()).hasSize(BATCH);
    }

    @Test
    void aFullLaneIsRefusedWholeAndStopsNotTheOther() {
        queue.putAll(pendings(CAPACITY - 1));
        List<Pending> tooMany = pendings(2);
        assertThatThrownBy(() -> queue.putAll(tooMany)).isInstanceOf(Overloaded.class);
        assertThat(queue.size()).isEqualTo(CAPACITY - 1);
        pendings(CAPACITY).forEach(queue::put);
        assertThatThrownBy(() -> queue.put(pendings(1).getFirst())).isInstanceOf(Overloaded.class);
    }

    @Test
    void whoComesAfterTheEndIsToldAndWhoCameBeforeIsAnswered() {
        List<Pending> before = pendings(2);
        before.forEach(queue::put);
        queue.close();
        assertThatThrownBy(() -> queue.put(pendings(1).getFirst()))
                .isInstanceOf(NotRecorded.class)
                .isNotInstanceOf(Overloaded.class);
        assertThat(queue.gather()).isEqualTo(before);
        assertThat(queue.gather()).isEmpty();
    }

    @Test
    void whoWaitsWhenNobodyGathersAnyMoreIsTold() {
        Pending left = pendings(1).getFirst();
        queue.put(left);
        queue.closed();
        assertThat(left.answer()).isCompletedExceptionally();
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
