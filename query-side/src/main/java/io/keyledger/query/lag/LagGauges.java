package io.keyledger.query.lag;

import io.keyledger.query.projection.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import java.util.function.ToDoubleFunction;

/** Shows the lag as metrics: what was last known, and how old that is. */
@Component
class LagGauges implements MeterBinder {

    private final LagSample sample;
    private final Projections projections;

    LagGauges(LagSample sample, Projections projections) {
        this.sample = sample;
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("keyledger.ledger.pending", "Records without a place in the ledger", Lag::pending)
                .register(meters);
        gauge(
                        "keyledger.ledger.lag.seconds",
                        "Age of the oldest record without a place in the ledger",
                        Lag::pendingSeconds)
                .register(meters);
        gauge("keyledger.ledger.unledgered", "Records put aside by the ledger", Lag::unledgered)
                .register(meters);
        gauge(
                        "keyledger.logs.stopped",
                        "Merkle logs that are not signed any more",
                        Lag::stoppedLogs)
                .register(meters);
        Gauge.builder("keyledger.lag.age.seconds", sample, LagSample::ageSeconds)
                .description("How old the lags told here are")
                .register(meters);
        projections.views().forEach(view -> bind(view, meters));
    }

    private void bind(String view, MeterRegistry meters) {
        gauge(
                        "keyledger.view.lag.positions",
                        "Ledger entries a view has not seen",
                        lag -> lag.of(view).positions())
                .tag("view", view)
                .register(meters);
        gauge(
                        "keyledger.view.lag.seconds",
                        "Since the first entry a view has not seen was ledgered",
                        lag -> lag.of(view).seconds())
                .tag("view", view)
                .register(meters);
        gauge(
                        "keyledger.view.parked.streams",
                        "Streams with dead letters, which a view does not follow",
                        lag -> lag.of(view).parked())
                .tag("view", view)
                .register(meters);
    }

    private Gauge.Builder<LagSample> gauge(
            String name, String description, ToDoubleFunction<Lag> value) {
        return Gauge.builder(
                        name,
                        sample,
                        known -> known.lastKnown().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description);
    }
}
