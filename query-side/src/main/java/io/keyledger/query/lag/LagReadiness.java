package io.keyledger.query.lag;

import io.keyledger.access.health.ReadinessCauses;
import io.keyledger.query.projection.Projections;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers are as young as promised: ledger and views are behind by no more than a bound. */
@Component
class LagReadiness implements ReadinessCauses {

    private static final double MILLIS = 1_000;

    private final LagSample sample;
    private final Projections projections;
    private final double boundSeconds;

    LagReadiness(
            LagSample sample,
            Projections projections,
            @Value("${keyledger.ready.lag:60s}") Duration bound) {
        this.sample = sample;
        this.projections = projections;
        this.boundSeconds = bound.toMillis() / MILLIS;
    }

    @Override
    public List<String> causes() {
        return sample.current().map(this::causes).orElse(List.of("lag-unknown"));
    }

    private List<String> causes(Lag lag) {
        List<String> causes = new ArrayList<>();
        if (lag.pendingSeconds() > boundSeconds) {
            causes.add("ledger-lags");
        }
        for (String view : projections.views()) {
            if (lag.of(view).seconds() > boundSeconds) {
                causes.add("view-" + view + "-lags");
            }
        }
        return causes;
    }
}
