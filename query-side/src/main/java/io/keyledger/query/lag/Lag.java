package io.keyledger.query.lag;

import java.util.Map;

/**
 * How far behind everything is at one moment.
 *
 * @param pending records without a place in the ledger; counted up to {@link LagReader#COUNTED}
 * @param pendingSeconds age of the oldest of them, 0 when there is none
 * @param unledgered records that were put aside since they cannot have a place
 * @param stoppedLogs Merkle logs that are not signed any more
 */
record Lag(
        long pending,
        double pendingSeconds,
        long unledgered,
        long stoppedLogs,
        Map<String, ViewLag> views) {

    /**
     * How far one view is behind.
     *
     * @param positions entries it has not seen
     * @param seconds since the first of them was ledgered, 0 when there is none
     * @param parked streams it does not follow at the moment
     */
    record ViewLag(long positions, double seconds, long parked) {

        static final ViewLag NONE = new ViewLag(0, 0, 0);
    }

    ViewLag of(String view) {
        return views.getOrDefault(view, ViewLag.NONE);
    }
}
