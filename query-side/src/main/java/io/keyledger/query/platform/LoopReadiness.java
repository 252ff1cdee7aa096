package io.keyledger.query.platform;

import io.keyledger.access.health.ReadinessCauses;

import org.springframework.stereotype.Component;

import java.util.List;

/** The loops of this node run. */
@Component
class LoopReadiness implements ReadinessCauses {

    private final RunningLoops loops;

    LoopReadiness(RunningLoops loops) {
        this.loops = loops;
    }

    @Override
    public List<String> causes() {
        return loops.isRunning() ? loops.notWorking() : List.of("loops-not-running");
    }
}
