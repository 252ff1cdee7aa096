package io.keyledger.query.projection;

import io.keyledger.query.platform.Loop;
import io.keyledger.query.platform.LoopSource;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;

/** A loop for each view. */
@Component
class LiveViews implements LoopSource {

    private final Projections projections;
    private final Transactions transactions;
    private final Signals signals;
    private final ObservationRegistry observations;

    LiveViews(
            Projections projections,
            Transactions transactions,
            Signals signals,
            ObjectProvider<ObservationRegistry> observations) {
        this.projections = projections;
        this.transactions = transactions;
        this.signals = signals;
        this.observations = observations.getIfAvailable(() -> ObservationRegistry.NOOP);
    }

    @Override
    public List<Loop> loops() {
        return projections.all().stream().map(this::loop).toList();
    }

    private Loop loop(Projection projection) {
        LiveView view = new LiveView(projection, transactions, observations);
        return new Loop("view " + projection.view(), signals.ledgered(), Loop.prompt(), view::step);
    }
}
