package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.Decision.MatchedRoute;
import io.keyledger.access.check.Decision.RefusingPolicy;
import io.keyledger.access.check.Decision.Standing;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.decision.Verdict;
import io.keyledger.access.state.Known;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.policy.RateLimit;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.BiFunction;

/** Turns verdicts into answers. */
final class Answers {

    private Answers() {}

    /** The answer, once its record has an id; of a foreign key nothing is told. */
    static BiFunction<RecordId, Instant, CheckResult> decision(
            Verdict verdict, Asked asked, boolean told, Instant now) {
        return (id, at) ->
                new Decision(
                        verdict.reason(),
                        told ? verdict.holder() : null,
                        UseDrafts.permission(verdict, asked),
                        verdict.grantedBy() == null ? null : verdict.grantedBy().id(),
                        route(verdict),
                        policy(verdict),
                        retryAfter(verdict, now),
                        asked instanceof Asked.Introspection ? standing(verdict) : null,
                        id,
                        at);
    }

    private static @Nullable Standing standing(Verdict verdict) {
        Known known = verdict.known();
        return verdict.reason() != null || known == null
                ? null
                : new Standing(verdict.shown(), known.expiresAt());
    }

    private static @Nullable MatchedRoute route(Verdict verdict) {
        return verdict.route() == null
                ? null
                : new MatchedRoute(
                        verdict.route().route().routeId(),
                        verdict.route().api().name(),
                        verdict.route().route().method(),
                        verdict.route().route().path());
    }

    private static @Nullable RefusingPolicy policy(Verdict verdict) {
        SecurityPolicy policy = verdict.refusedBy();
        return policy == null ? null : new RefusingPolicy(policy.id(), policy.name());
    }

    private static long retryAfter(Verdict verdict, Instant now) {
        SecurityPolicy policy = verdict.refusedBy();
        RateLimit limit = policy == null ? null : policy.guards().rateLimit();
        if (limit == null || verdict.reason() != DenyReason.RATE_LIMITED) {
            return 0;
        }
        return Math.max(1, limit.windowOf(now) + limit.perSeconds() - now.getEpochSecond());
    }
}
