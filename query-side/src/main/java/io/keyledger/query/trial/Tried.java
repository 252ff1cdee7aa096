package io.keyledger.query.trial;

import io.keyledger.access.decision.Explanation;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.policy.RateLimit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param known the key it was tried with
 * @param keyless whether there is none, and this one stands for it
 * @param overlapping whether with the secret before the key's newest
 * @param limits rate limits that reach the service user
 */
record Tried(
        Explanation explanation,
        KnownKey known,
        boolean keyless,
        boolean overlapping,
        Instant time,
        @Nullable SourceAddress address,
        List<Limit> limits) {

    Tried {
        limits = List.copyOf(limits);
    }

    /**
     * A rate limit.
     *
     * @param leased of the window that is open now; null if the time that was tried is another
     */
    record Limit(
            SecurityPolicy policy, RateLimit limit, Instant windowEnd, @Nullable Long leased) {}
}
