package io.keyledger.access.batch;

import io.keyledger.access.decision.Verdict;
import io.keyledger.access.quota.QuotaKey;
import io.keyledger.access.quota.RateQuotas;
import io.keyledger.access.state.Known;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.RateLimit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Takes the uses that are allowed so far past the rate limits of their policies. */
final class RateLimits {

    private final RateQuotas quotas = new RateQuotas();
    private final List<QuotaKey> taken = new ArrayList<>();

    /** What was taken so far is recorded, or may be, and is not given back any more. */
    void begin() {
        taken.clear();
    }

    /** The same verdicts, in their order; those over a limit refused. */
    List<Verdict> apply(List<Verdict> verdicts, Instant now, QuotaSessions sessions)
            throws SQLException {
        Map<QuotaKey, Long> needed = new HashMap<>();
        verdicts.forEach(
                verdict ->
                        verdict.limits()
                                .forEach(
                                        policy ->
                                                needed.merge(
                                                        key(verdict, policy, now), 1L, Long::sum)));
        if (needed.isEmpty()) {
            return verdicts;
        }
        quotas.provide(sessions.current(), needed, now);
        return verdicts.stream().map(verdict -> limited(verdict, now)).toList();
    }

    /** Nothing of what was taken since the beginning is recorded. */
    void giveBack() {
        taken.forEach(quotas::giveBack);
        taken.clear();
    }

    private void take(QuotaKey key) {
        quotas.take(key);
        taken.add(key);
    }

    private Verdict limited(Verdict verdict, Instant now) {
        if (verdict.limits().isEmpty()) {
            return verdict;
        }
        Predicate<SecurityPolicy> spent = policy -> !quotas.has(key(verdict, policy, now));
        List<SecurityPolicy> exceeded = verdict.limits().stream().filter(spent).toList();
        List<SecurityPolicy> refusing =
                exceeded.stream().filter(policy -> policy.state() == PolicyState.ENABLED).toList();
        if (!refusing.isEmpty()) {
            return verdict.limitedBy(refusing.getFirst());
        }
        verdict.limits().stream()
                .filter(spent.negate())
                .forEach(policy -> take(key(verdict, policy, now)));
        return verdict.alsoMonitored(exceeded);
    }

    private static QuotaKey key(Verdict verdict, SecurityPolicy policy, Instant now) {
        Known known = verdict.known();
        RateLimit limit = policy.guards().rateLimit();
        if (known == null || limit == null) {
            throw new IllegalStateException("only uses of those who are known have limits");
        }
        return QuotaKey.at(now, policy.id(), known.id(), limit);
    }
}
