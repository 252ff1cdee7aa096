package io.keyledger.query.replay;

import io.keyledger.query.platform.Loop;
import io.keyledger.query.platform.LoopSource;
import io.keyledger.query.platform.Pace;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.Projections;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/** A loop for each view, idle until somebody asks for a replay. */
@Component
class Rebuilds implements LoopSource {

    private final Projections projections;
    private final Transactions transactions;
    private final Signals signals;

    Rebuilds(Projections projections, Transactions transactions, Signals signals) {
        this.projections = projections;
        this.transactions = transactions;
        this.signals = signals;
    }

    @Override
    public List<Loop> loops() {
        return projections.all().stream().map(this::loop).toList();
    }

    private Loop loop(Projection projection) {
        Rebuilder rebuilder = new Rebuilder(projection, transactions);
        return new Loop(
                "rebuild " + projection.view(),
                signals.replay(),
                new Pace(Duration.ofMillis(5), Duration.ofSeconds(1)),
                rebuilder::step);
    }
}
