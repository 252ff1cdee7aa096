package io.keyledger.query.trial;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.decision.Explanation;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Named;
import io.keyledger.query.trial.TrialView.Outcome;
import io.keyledger.query.trial.TrialView.Step;
import io.keyledger.shared.policy.PolicyState;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What came of a trial, condition by condition, as it is answered. */
@Component
class Steps {

    static final String NO_KEY = "no-key";

    private final Names names;

    Steps(Names names) {
        this.names = names;
    }

    TrialView of(Tried tried) {
        Explanation explained = tried.explanation();
        List<Step> steps = new ArrayList<>();
        steps.add(key(tried));
        steps.add(step("service-user", explained.serviceUser()));
        explained.policies().forEach(each -> addGuards(each, tried, steps));
        addRoute(explained, steps);
        addPermission(explained, steps);
        tried.limits().forEach(limit -> steps.add(limit(limit)));
        return view(tried, steps);
    }

    private static TrialView view(Tried tried, List<Step> steps) {
        DenyReason refusal = tried.explanation().verdict().reason();
        SecurityPolicy by = tried.explanation().verdict().refusedBy();
        String reason = tried.keyless() ? NO_KEY : refusal == null ? null : refusal.code();
        return new TrialView(
                reason == null ? "allow" : "deny",
                reason,
                by == null || tried.keyless() ? null : named(by),
                steps.stream().allMatch(Step::isEvaluated),
                tried.time(),
                tried.address() == null ? null : tried.address().text(),
                tried.keyless() ? null : tried.known().key().id(),
                steps,
                tried.explanation().verdict().entities().stream()
                        .map(TrialView.Version::of)
                        .toList());
    }

    private static Step key(Tried tried) {
        return tried.keyless()
                ? Step.of("key", Outcome.FAILS, NO_KEY)
                        .noted("it has no key; what follows is as if it had one")
                : step("key", tried.explanation().key()).noted(secret(tried));
    }

    private static @Nullable String secret(Tried tried) {
        if (!tried.overlapping()) {
            return null;
        }
        return tried.explanation().key() == DenyReason.WRONG_SECRET
                ? "it has no secret that overlaps with its newest at that time"
                : "with the secret before its newest, which still works beside it";
    }

    private static void addGuards(Explanation.Guarding guarding, Tried tried, List<Step> steps) {
        SecurityPolicy policy = guarding.policy();
        boolean monitored = policy.state() == PolicyState.MONITORING;
        for (Explanation.Condition each : guarding.conditions()) {
            steps.add(guard(each, tried).by(named(policy), monitored));
        }
    }

    private static Step guard(Explanation.Condition condition, Tried tried) {
        String refusal = condition.refusal().code();
        Outcome outcome = Outcome.of(condition.holds());
        if (condition.refusal() == DenyReason.NETWORK_NOT_ALLOWED) {
            return Step.of("network", outcome, refusal)
                    .noted(
                            tried.address() == null
                                    ? "no address was given, and a check without one is refused"
                                    : null);
        }
        if (condition.refusal() == DenyReason.KEY_TOO_OLD) {
            return tried.keyless()
                    ? Step.of("key-age", Outcome.NOT_EVALUATED, refusal)
                            .noted("there is no secret whose age could be told")
                    : Step.of("key-age", outcome, refusal);
        }
        return condition.refusal() == DenyReason.OUTSIDE_VALIDITY
                ? Step.of("validity", outcome, refusal)
                : Step.of("weekly-window", outcome, refusal);
    }

    private static void addRoute(Explanation explained, List<Step> steps) {
        if (explained.route() != null || explained.routing() != null) {
            steps.add(
                    step("route", explained.routing())
                            .along(TrialView.Route.of(explained.route())));
        }
    }

    private void addPermission(Explanation explained, List<Step> steps) {
        if (explained.permission() != null) {
            steps.add(
                    step("permission", explained.granting())
                            .about(explained.permission().text(), why(explained.ways())));
        }
    }

    private List<TrialView.Why> why(List<Explanation.Way> ways) {
        Names.Of roles = names.of(Kind.ROLE, ways.stream().map(Explanation.Way::role).toList());
        Names.Of groups =
                names.of(
                        Kind.USER_GROUP,
                        ways.stream()
                                .map(Explanation.Way::group)
                                .filter(Objects::nonNull)
                                .toList());
        Names.Of policies =
                names.of(
                        Kind.SECURITY_POLICY,
                        ways.stream()
                                .map(Explanation.Way::policy)
                                .filter(Objects::nonNull)
                                .toList());
        return ways.stream()
                .map(
                        way ->
                                new TrialView.Why(
                                        way.group() == null ? null : groups.of(way.group()),
                                        way.policy() == null ? null : policies.of(way.policy()),
                                        roles.of(way.role())))
                .toList();
    }

    private static Step limit(Tried.Limit limit) {
        Long leased = limit.leased();
        long uses = limit.limit().uses();
        Step step =
                Step.of(
                                "rate-limit",
                                leased != null && leased < uses
                                        ? Outcome.HOLDS
                                        : Outcome.NOT_EVALUATED,
                                DenyReason.RATE_LIMITED.code())
                        .by(
                                named(limit.policy()),
                                limit.policy().state() == PolicyState.MONITORING);
        if (leased == null) {
            return step.noted("how often it will have been used by then, nobody knows");
        }
        TrialView.Rate rate = new TrialView.Rate(leased, uses, limit.windowEnd());
        return leased < uses
                ? step.counting(rate)
                : step.counting(rate)
                        .noted("nodes have taken all of them, and only they know what is left");
    }

    private static Step step(String name, @Nullable DenyReason refusal) {
        return Step.of(name, Outcome.of(refusal == null), refusal == null ? null : refusal.code());
    }

    private static Named named(SecurityPolicy policy) {
        return new Named(policy.id(), policy.name());
    }
}
