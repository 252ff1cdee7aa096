package io.keyledger.query.projection;

import io.keyledger.query.platform.Breath;
import io.keyledger.query.platform.Loop;
import io.keyledger.query.platform.LoopSource;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.LiveView.Progress;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A loop for each view. They take turns, half as many at once as there are processors: under load
 * all of them would have something to do all the time, and whoever waits for a check would wait for
 * them. What is left for later is done in larger portions, which is less work.
 */
@Component
class LiveViews implements LoopSource {

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

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
        Breath breath = new Breath(signals.hurried(), projection.rest());
        return new Loop(
                "view " + projection.view(),
                signals.ledgered(),
                Loop.prompt(),
                () -> follow(view, breath));
    }

    private boolean follow(LiveView view, Breath breath) throws Exception {
        breath.take();
        Progress progress = inTurn(view);
        if (progress == Progress.CAUGHT_UP) {
            breath.begin();
        }
        return progress == Progress.BEHIND;
    }

    private Progress inTurn(LiveView view) throws Exception {
        turns.acquire();
        try {
            return view.step();
        } finally {
            turns.release();
        }
    }
}
