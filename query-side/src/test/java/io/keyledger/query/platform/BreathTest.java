package io.keyledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

@Timeout(20)
class BreathTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final Signal hurried = new Signal();

    @Test
    void thePauseIsTakenAfterAPortion() throws InterruptedException {
        Breath breath = new Breath(hurried, Duration.ofMillis(100), FOR_EVER);
        breath.begin();
        long begun = System.nanoTime();
        breath.take();
        assertThat(System.nanoTime() - begun).isGreaterThan(Duration.ofMillis(90).toNanos());
    }

    @Test
    void withoutAPortionThereIsNone() throws InterruptedException {
        new Breath(hurried, FOR_EVER, FOR_EVER).take();
    }

    @Test
    void whoWaitsCutsItShort() throws InterruptedException {
        Breath breath = new Breath(hurried, FOR_EVER, FOR_EVER);
        breath.begin();
        Thread.ofVirtual().start(hurried::fire);
        breath.take();
    }

    @Test
    void whoWaitedWhileThePortionWasAppliedCutsItShortToo() throws InterruptedException {
        Breath breath = new Breath(hurried, FOR_EVER, FOR_EVER);
        breath.take();
        hurried.fire();
        breath.begin();
        breath.take();
    }

    @Test
    void afterALongPortionItIsLonger() throws InterruptedException {
        Breath breath = new Breath(hurried, Duration.ZERO, FOR_EVER);
        breath.take();
        Thread.sleep(20);
        breath.begin();
        long begun = System.nanoTime();
        breath.take();
        assertThat(System.nanoTime() - begun).isGreaterThan(Duration.ofMillis(150).toNanos());
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "10, 200", "30, 270", "100, 900", "200, 900", "500, 300", "550, 200"})
    void itLeavesTimeForThePortionBeforeAndTheOneAfter(long portion, long pause) {
        Breath breath = new Breath(hurried, Duration.ofMillis(200), Duration.ofMillis(1_300));
        assertThat(breath.after(TimeUnit.MILLISECONDS.toNanos(portion)))
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(pause));
    }
}
