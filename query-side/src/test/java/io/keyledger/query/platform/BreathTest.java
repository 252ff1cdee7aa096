package io.keyledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

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

    @Test
    void itLeavesTimeForThePortionBeforeAndTheOneAfter() throws InterruptedException {
        Breath breath = new Breath(hurried, Duration.ZERO, Duration.ofSeconds(3));
        breath.take();
        Thread.sleep(1_000);
        breath.begin();
        long begun = System.nanoTime();
        breath.take();
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofMillis(2_500).toNanos());
    }

    @Test
    void whereThereIsNoTimeLeftItIsTheShortest() throws InterruptedException {
        Breath breath = new Breath(hurried, Duration.ofMillis(100), Duration.ofMillis(1));
        breath.take();
        Thread.sleep(20);
        breath.begin();
        long begun = System.nanoTime();
        breath.take();
        assertThat(System.nanoTime() - begun).isGreaterThan(Duration.ofMillis(90).toNanos());
    }
}
