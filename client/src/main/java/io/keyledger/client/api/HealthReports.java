package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import java.util.List;

/** How the node that answers is, and how far everything is behind. */
@HttpExchange("/api/v1/health-report")
public interface HealthReports {

    /**
     * A node's health.
     *
     * @param causes why it is not ready
     * @param lagAgeSeconds how old ledger and views told here are
     */
    record Report(
            String node,
            boolean ready,
            List<String> causes,
            @Nullable Double lagAgeSeconds,
            @Nullable Ledger ledger,
            List<View> views,
            Gate gate) {}

    /**
     * Records without a place in the ledger, the age of the oldest, those put aside, and Merkle
     * logs that are not signed any more.
     */
    record Ledger(long pending, double pendingSeconds, long unledgered, long stoppedLogs) {}

    /** How far a view is behind, and how many streams it does not follow. */
    record View(String view, long behind, double behindSeconds, long parked) {}

    /** Checks that wait, and what has become of others since the node began. */
    record Gate(
            String condition, long waiting, long answered, long overloaded, long failedBatches) {}

    @GetExchange
    Report get();
}
