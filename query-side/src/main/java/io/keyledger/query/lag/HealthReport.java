package io.keyledger.query.lag;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a node is, and how far behind everything is.
 *
 * @param node what it is, such as {@code keyledger-query-side}
 * @param ready as {@code /health/ready} says
 * @param causes why it is not
 * @param lagAgeSeconds how old ledger and views told here are; null if they were never read
 * @param ledger null until it was read
 * @param gate of this node
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthReport(
        String node,
        boolean ready,
        List<String> causes,
        @Nullable Double lagAgeSeconds,
        @Nullable LedgerHealth ledger,
        List<ViewHealth> views,
        GateHealth gate) {

    HealthReport {
        causes = List.copyOf(causes);
        views = List.copyOf(views);
    }

    /**
     * The ledger.
     *
     * @param pending records without a place, counted up to 100,000
     * @param pendingSeconds age of the oldest of them
     * @param unledgered records put aside since they cannot have a place
     * @param stoppedLogs Merkle logs that are not signed any more
     */
    record LedgerHealth(long pending, double pendingSeconds, long unledgered, long stoppedLogs) {}

    /**
     * A view.
     *
     * @param behind ledger entries it has not seen
     * @param behindSeconds since the first of them was ledgered
     * @param parked streams with dead letters
     */
    record ViewHealth(String view, long behind, double behindSeconds, long parked) {}

    /**
     * What keys are checked by.
     *
     * @param condition good, failing, stuck or closed
     * @param waiting checks in front of it now
     * @param answered checks recorded and answered since the node began
     * @param overloaded checks turned away since then, for too many waited
     * @param failedBatches that could not be recorded since then
     */
    record GateHealth(
            String condition, long waiting, long answered, long overloaded, long failedBatches) {}
}
