package io.keyledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(30)
class LoopReadinessTest {

    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicBoolean dying = new AtomicBoolean();
    private RunningLoops loops;

    @AfterEach
    void stop() {
        loops.stop();
    }

    @Test
    void nothingRunsBeforeTheStartAndAfterTheStop() {
        loops = started(Duration.ofDays(1));
        assertThat(causes()).isEmpty();
        loops.stop();
        assertThat(causes()).containsExactly("loops-not-running");
    }

    @Test
    void aLoopThatFailsForLongerThanItsPatienceIsNamedUntilItWorksAgain() throws Exception {
        loops = started(Duration.ofMillis(300));
        broken.set(true);
        awaitCauses(List.of("view-directory-not-running"));
        broken.set(false);
        awaitCauses(List.of());
    }

    @Test
    void aLoopThatFailsForAShortTimeIsNotNamed() throws Exception {
        loops = started(Duration.ofDays(1));
        broken.set(true);
        Thread.sleep(500);
        assertThat(causes()).isEmpty();
    }

    @Test
    void aLoopWhoseThreadHasEndedIsNamed() throws Exception {
        loops = started(Duration.ofDays(1));
        dying.set(true);
        awaitCauses(List.of("view-directory-not-running"));
    }

    private RunningLoops started(Duration patience) {
        Loop works = new Loop("sequencer", new Signal(), Loop.prompt(), () -> false, patience);
        Loop fails = new Loop("view directory", new Signal(), Loop.prompt(), this::step, patience);
        RunningLoops running =
                new RunningLoops(List.of(() -> List.of(works, fails)), new Signals());
        running.start();
        return running;
    }

    private boolean step() throws IOException, InterruptedException {
        if (dying.get()) {
            throw new InterruptedException("somebody interrupted the thread");
        }
        if (broken.get()) {
            throw new IOException("the step fails");
        }
        return false;
    }

    private List<String> causes() {
        return new LoopReadiness(loops).causes();
    }

    private void awaitCauses(List<String> expected) throws InterruptedException {
        while (!causes().equals(expected)) {
            Thread.sleep(5);
        }
    }
}
