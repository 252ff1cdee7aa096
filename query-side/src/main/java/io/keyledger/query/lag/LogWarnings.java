package io.keyledger.query.lag;

import io.keyledger.access.health.HealthWarnings;

import org.springframework.stereotype.Component;

import java.util.List;

/** Keys are checked and pages answered all the same, so that no node is taken out for it. */
@Component
class LogWarnings implements HealthWarnings {

    private final LagSample sample;

    LogWarnings(LagSample sample) {
        this.sample = sample;
    }

    @Override
    public List<String> warnings() {
        return sample.lastKnown()
                .filter(lag -> lag.stoppedLogs() > 0)
                .map(_ -> List.of("signing-of-logs-stopped"))
                .orElse(List.of());
    }
}
