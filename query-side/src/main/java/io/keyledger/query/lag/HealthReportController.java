package io.keyledger.query.lag;

import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.gate.GateStats;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.lag.HealthReport.GateHealth;
import io.keyledger.query.lag.HealthReport.LedgerHealth;
import io.keyledger.query.lag.HealthReport.ViewHealth;
import io.keyledger.query.projection.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;

/** What {@code /health/ready} and {@code /metrics} tell, in one answer for people who operate. */
@RestController
@Tag(name = "Health")
class HealthReportController {

    private final LagSample sample;
    private final Projections projections;
    private final CheckGate gate;
    private final HealthIndicator readiness;
    private final String node;

    HealthReportController(
            LagSample sample,
            Projections projections,
            CheckGate gate,
            HealthIndicator nodeHealthIndicator,
            @Value("${spring.application.name:keyledger}") String node) {
        this.sample = sample;
        this.projections = projections;
        this.gate = gate;
        this.readiness = nodeHealthIndicator;
        this.node = node;
    }

    @GetMapping("/api/v1/health-report")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "How the node that answers is, and how far ledger and views are behind")
    HealthReport get() {
        Health health = readiness.health();
        Lag lag = sample.lastKnown().orElse(null);
        double age = sample.ageSeconds();
        return new HealthReport(
                node,
                health != null && health.getStatus().equals(Status.UP),
                causes(health),
                Double.isNaN(age) ? null : age,
                lag == null
                        ? null
                        : new LedgerHealth(
                                lag.pending(),
                                lag.pendingSeconds(),
                                lag.unledgered(),
                                lag.stoppedLogs()),
                lag == null ? List.of() : views(lag),
                gate());
    }

    private static List<String> causes(@Nullable Health health) {
        return health != null && health.getDetails().get("causes") instanceof List<?> causes
                ? causes.stream().map(String::valueOf).toList()
                : List.of();
    }

    private List<ViewHealth> views(Lag lag) {
        return projections.views().stream()
                .map(
                        view ->
                                new ViewHealth(
                                        view,
                                        lag.of(view).positions(),
                                        lag.of(view).seconds(),
                                        lag.of(view).parked()))
                .toList();
    }

    private GateHealth gate() {
        GateStats stats = gate.stats();
        return new GateHealth(
                gate.condition().name().toLowerCase(Locale.ROOT),
                gate.waiting(),
                stats.requests(),
                stats.overloaded(),
                stats.failedBatches());
    }
}
