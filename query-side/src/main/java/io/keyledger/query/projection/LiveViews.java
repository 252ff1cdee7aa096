package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerReader;
import io.keyledger.query.ledger.SharedReader;
import io.keyledger.query.platform.Breath;
import io.keyledger.query.platform.Loop;
import io.keyledger.query.platform.LoopSource;
import io.keyledger.query.platform.Pace;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.LiveView.Progress;
import io.keyledger.shared.ledger.RecordKind;
import io.micrometer.observation.ObservationRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Two loops for the views: one for those that follow the uses of keys, of which there are most, and
 * one for those of changes alone, so that each portion is read and decoded once for all of its
 * loop. Loops take turns, half as many at once as there are processors: under load all of them
 * would have something to do all the time, and whoever waits for a check would wait for them. What
 * is left for later is done in larger portions, which is less work.
 */
@Component
class LiveViews implements LoopSource {

    /** The sequencer tells when there is something new: these are for when it cannot. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_REST = Duration.ofMillis(200);
    private static final Duration IN_TIME = Duration.ofMillis(1_300);

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
        Map<Boolean, List<Projection>> byUses =
                projections.all().stream()
                        .collect(Collectors.partitioningBy(each -> each.reads(RecordKind.USES)));
        return List.of(
                loop("views of uses", byUses.getOrDefault(true, List.of()), _ -> true),
                loop(
                        "views of changes",
                        byUses.getOrDefault(false, List.of()),
                        kind -> kind == RecordKind.CHANGE));
    }

    private Loop loop(String name, List<Projection> together, Predicate<RecordKind> wanted) {
        SharedReader reader = new SharedReader(new LedgerReader(wanted));
        List<LiveView> views =
                together.stream().map(projection -> view(projection, reader)).toList();
        Breath breath = new Breath(signals.hurried(), SHORTEST_REST, IN_TIME);
        return new Loop(
                name,
                signals.ledgered(),
                new Pace(SHORTEST_PAUSE, LONGEST_PAUSE),
                () -> follow(views, reader, breath));
    }

    private LiveView view(Projection projection, SharedReader reader) {
        return new LiveView(
                projection.view(),
                new Follower(projection, ViewCopy.LIVE, reader.wanting(projection::reads)),
                transactions,
                observations);
    }

    private boolean follow(List<LiveView> views, SharedReader reader, Breath breath)
            throws Exception {
        breath.take();
        Set<Progress> made;
        try {
            made = inTurn(views);
        } finally {
            reader.forget();
        }
        if (made.contains(Progress.CAUGHT_UP) && !made.contains(Progress.BEHIND)) {
            breath.begin();
        }
        return made.contains(Progress.BEHIND);
    }

    /** One that fails stops no other. */
    private Set<Progress> inTurn(List<LiveView> views) throws Exception {
        Set<Progress> made = EnumSet.noneOf(Progress.class);
        @Nullable Exception failure = null;
        turns.acquire();
        try {
            for (LiveView view : views) {
                try {
                    made.add(view.step());
                } catch (SQLException | RuntimeException e) {
                    failure = e;
                }
            }
        } finally {
            turns.release();
        }
        if (failure != null) {
            throw failure;
        }
        return made;
    }
}
