package io.keyledger.query.platform;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Starts the loops before the web server takes requests and stops them after the last was answered.
 */
@Component
class RunningLoops implements SmartLifecycle {

    /** For all loops together; what is under way then is rolled back and done by another node. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final List<LoopSource> sources;
    private final Signals signals;
    private List<Loop> running = List.of();

    RunningLoops(List<LoopSource> sources, Signals signals) {
        this.sources = sources;
        this.signals = signals;
    }

    @Override
    public synchronized void start() {
        running = sources.stream().flatMap(source -> source.loops().stream()).toList();
        running.forEach(Loop::start);
    }

    @Override
    public synchronized void stop() {
        running.forEach(Loop::askToStop);
        signals.hurry();
        Instant deadline = Instant.now().plus(STOP_PATIENCE);
        running.forEach(loop -> loop.awaitEnd(Duration.between(Instant.now(), deadline)));
        running = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    /** What of them does not run, or has failed for long. */
    synchronized List<String> notWorking() {
        return running.stream()
                .filter(loop -> !loop.works())
                .map(loop -> loop.name().replace(' ', '-') + "-not-running")
                .toList();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
