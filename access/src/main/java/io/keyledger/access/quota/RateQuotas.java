package io.keyledger.access.quota;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What this node has leased and not yet used. For one thread. */
public final class RateQuotas {

    private static final long SHARE = 20;
    private static final long LARGEST_LEASE = 500;

    /**
     * By the first second after their window: what is over is found without looking at the rest.
     */
    private final NavigableMap<Long, Map<QuotaKey, Quota>> byEnd = new TreeMap<>();

    private static final class Quota {

        private long left;

        /** Nodes have leased all there was. */
        private boolean spent;

        /** Who gets less than he asks for gets the last. */
        void add(long leased, long asked) {
            left += leased;
            spent = leased < asked;
        }
    }

    /**
     * Leases what is missing for so many uses of each, at that moment, if there is any left.
     * Whatever was leased for windows that are over is forgotten.
     */
    public void provide(Connection connection, Map<QuotaKey, Long> needed, Instant now)
            throws SQLException {
        byEnd.headMap(now.getEpochSecond(), true).clear();
        Map<QuotaKey, Long> missing = new HashMap<>();
        needed.forEach(
                (key, uses) -> {
                    Quota quota = quota(key);
                    if (quota.left < uses && !quota.spent) {
                        missing.put(key, leaseFor(key, uses - quota.left));
                    }
                });
        if (!missing.isEmpty()) {
            Leasing.lease(connection, missing)
                    .forEach(
                            (key, leased) -> quota(key).add(leased, missing.getOrDefault(key, 0L)));
        }
    }

    /** Whether a use of that is left here. */
    public boolean has(QuotaKey key) {
        return quota(key).left > 0;
    }

    /** Uses one up. */
    public void take(QuotaKey key) {
        quota(key).left--;
    }

    /** Takes a use back that was not recorded. */
    public void giveBack(QuotaKey key) {
        quota(key).left++;
    }

    private Quota quota(QuotaKey key) {
        return byEnd.computeIfAbsent(key.windowEnd(), _ -> new HashMap<>())
                .computeIfAbsent(key, _ -> new Quota());
    }

    /** A twentieth of the limit, so that few uses are held by nodes that do not need them. */
    private static long leaseFor(QuotaKey key, long uses) {
        return Math.max(uses, Math.min(key.limit().uses() / SHARE, LARGEST_LEASE));
    }
}
