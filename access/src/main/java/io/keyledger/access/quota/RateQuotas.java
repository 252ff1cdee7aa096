package io.keyledger.access.quota;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What this node has leased and not yet used. For one thread. */
public final class RateQuotas {

    private static final long SHARE = 20;
    private static final long LARGEST_LEASE = 500;

    private final Map<QuotaKey, Long> remaining = new HashMap<>();
    private final Set<QuotaKey> spent = new HashSet<>();

    /**
     * Leases what is missing for so many uses of each, at that moment, if there is any left.
     * Whatever was leased for windows that are over is forgotten.
     */
    public void provide(Connection connection, Map<QuotaKey, Long> needed, Instant now)
            throws SQLException {
        remaining.keySet().removeIf(key -> isOver(key, now));
        spent.removeIf(key -> isOver(key, now));
        Map<QuotaKey, Long> missing = new HashMap<>();
        needed.forEach(
                (key, uses) -> {
                    long left = remaining.getOrDefault(key, 0L);
                    if (left < uses && !spent.contains(key)) {
                        missing.put(key, leaseFor(key, uses - left));
                    }
                });
        if (!missing.isEmpty()) {
            Leasing.lease(connection, missing)
                    .forEach((key, leased) -> add(key, leased, missing.getOrDefault(key, 0L)));
        }
    }

    /** Whether a use of that is left here. */
    public boolean has(QuotaKey key) {
        return remaining.getOrDefault(key, 0L) > 0;
    }

    /** Uses one up. */
    public void take(QuotaKey key) {
        remaining.merge(key, -1L, Long::sum);
    }

    /** Takes a use back that was not recorded; of a window that is over there is nothing left. */
    public void giveBack(QuotaKey key) {
        remaining.computeIfPresent(key, (_, left) -> left + 1);
    }

    /** Who got less than he asked for got the last. */
    private void add(QuotaKey key, long leased, long asked) {
        remaining.merge(key, leased, Long::sum);
        if (leased < asked) {
            spent.add(key);
        }
    }

    private static boolean isOver(QuotaKey key, Instant now) {
        return key.windowEnd() <= now.getEpochSecond();
    }

    /** A twentieth of the limit, so that few uses are held by nodes that do not need them. */
    private static long leaseFor(QuotaKey key, long uses) {
        return Math.max(uses, Math.min(key.limit().uses() / SHARE, LARGEST_LEASE));
    }
}
