package io.keyledger.query.platform;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Starts the loops before the web server takes requests and stops them after the last was answered.
 */
@Component
class RunningLoops implements SmartLifecycle {

    private final List<LoopSource> sources;
    private List<Loop> running = List.of();

    RunningLoops(List<LoopSource> sources) {
        this.sources = sources;
    }

    @Override
    public synchronized void start() {
        running = sources.stream().flatMap(source -> source.loops().stream()).toList();
        running.forEach(Loop::start);
    }

    @Override
    public synchronized void stop() {
        running.forEach(Loop::askToStop);
        running.forEach(Loop::awaitEnd);
        running = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
