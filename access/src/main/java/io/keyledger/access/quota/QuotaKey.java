package io.keyledger.access.quota;

import io.keyledger.shared.policy.RateLimit;

import java.time.Instant;
import java.util.UUID;

/** What is counted together: a service user's uses under a policy's limit in one window. */
public record QuotaKey(UUID policy, UUID serviceUser, RateLimit limit, long windowStart) {

    /** Of the window that holds the moment. */
    public static QuotaKey at(Instant moment, UUID policy, UUID serviceUser, RateLimit limit) {
        return new QuotaKey(policy, serviceUser, limit, limit.windowOf(moment));
    }

    /** The first second after the window, since 1970-01-01T00:00:00Z. */
    public long windowEnd() {
        return windowStart + Math.max(1, limit.perSeconds());
    }
}
