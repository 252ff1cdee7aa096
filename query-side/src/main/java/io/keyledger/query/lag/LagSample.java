package io.keyledger.query.lag;

import io.keyledger.access.health.Sampled;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/** The lag as it was within the last second, or as it was last known. */
@Component
class LagSample {

    private static final double MILLIS = 1_000;

    private final Sampled<Lag> sampled;

    LagSample(LagReader reader) {
        this.sampled = new Sampled<>("lag-sample", reader::read);
    }

    Optional<Lag> current() {
        return sampled.current();
    }

    Optional<Lag> lastKnown() {
        return sampled.lastKnown();
    }

    double ageSeconds() {
        return sampled.age().map(Duration::toMillis).map(age -> age / MILLIS).orElse(Double.NaN);
    }
}
