package io.keyledger.access.metrics;

import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures a gate. A batch is observed as one thing, however many checks it has. */
public final class GateMetrics implements GateObserver {

    private final ObservationRegistry observations;
    private final CheckCounters checks;
    private final DistributionSummary sizes;
    private final Timer commits;
    private final Counter notRecorded;
    private final Counter overloaded;
    private @Nullable Observation batch;

    public GateMetrics(MeterRegistry meters, ObservationRegistry observations) {
        this.observations = observations;
        this.checks = new CheckCounters(meters);
        this.sizes =
                DistributionSummary.builder("keyledger.check.batch.size")
                        .description("Checks decided on one snapshot")
                        .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
                        .register(meters);
        this.commits =
                Timer.builder("keyledger.check.commit")
                        .description("How long the commit of a batch's record took")
                        .serviceLevelObjectives(
                                Stream.of(1, 2, 5, 10, 20, 50, 100, 500, 2000)
                                        .map(Duration::ofMillis)
                                        .toArray(Duration[]::new))
                        .register(meters);
        this.notRecorded = unanswered(meters, "not-recorded");
        this.overloaded = unanswered(meters, "overloaded");
    }

    @Override
    public void begun(int size) {
        sizes.record(size);
        batch =
                Observation.createNotStarted("keyledger.check.batch", observations)
                        .contextualName("check batch")
                        .highCardinalityKeyValue("keyledger.checks", Integer.toString(size))
                        .start();
    }

    @Override
    public void committed(long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void answered(List<CheckRequest> requests, List<CheckResult> results) {
        for (int i = 0; i < results.size(); i++) {
            checks.count(requests.get(i), results.get(i));
        }
        end("answered");
    }

    @Override
    public void failed(int size) {
        notRecorded.increment(size);
        end("failed");
    }

    @Override
    public void overloaded() {
        overloaded.increment();
    }

    private void end(String outcome) {
        if (batch != null) {
            batch.lowCardinalityKeyValue("outcome", outcome).stop();
            batch = null;
        }
    }

    private static Counter unanswered(MeterRegistry meters, String cause) {
        return Counter.builder("keyledger.checks.unanswered")
                .description("Checks answered 503")
                .tag("cause", cause)
                .register(meters);
    }
}
