package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.Holder;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.decision.Verdict;
import io.keyledger.access.journal.UseDraft;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Turns requests into what is recorded and answered. */
final class Outcomes {

    private static final Asked MAY_CHECK = Asked.of(new Permission("checks:perform"));

    private final Decider decider;
    private final UseDrafts drafts;

    /** However many checks they ask for. */
    private final Map<Caller, Verdict> callers = new HashMap<>();

    private final Map<PresentedKey, UseDraft> refusedCallers = new IdentityHashMap<>();

    Outcomes(Decider decider, UseDrafts drafts) {
        this.decider = decider;
        this.drafts = drafts;
    }

    /** A caller as far as it is decided by: where it called from is a matter of its address. */
    private record Caller(String key, @Nullable SourceAddress address) {

        @Override
        public String toString() {
            return "Caller[redacted]";
        }
    }

    /** A use that is decided but for its rate limits. */
    private record Use(
            PresentedKey key,
            Asked asked,
            Source source,
            @Nullable Holder caller,
            boolean callerItself,
            Verdict verdict) {}

    /** Of each request, in their order. */
    List<Outcome> of(
            List<CheckRequest> requests, RateLimits limits, Instant now, QuotaSessions sessions)
            throws SQLException {
        List<Use> uses = requests.stream().map(this::use).toList();
        List<Verdict> verdicts =
                limits.apply(uses.stream().map(Use::verdict).toList(), now, sessions);
        List<Outcome> outcomes = new ArrayList<>(uses.size());
        for (int i = 0; i < uses.size(); i++) {
            outcomes.add(outcome(uses.get(i), verdicts.get(i), now));
        }
        return outcomes;
    }

    private Use use(CheckRequest request) {
        return switch (request) {
            case DirectCheck(var key, var asked, var source) ->
                    new Use(key, asked, source, null, false, decider.decide(key, asked, source));
            case BehalfCheck behalf -> onBehalf(behalf);
        };
    }

    /** A caller is a field of the use, not a use of its own, unless it is refused. */
    private Use onBehalf(BehalfCheck check) {
        Verdict caller = caller(check.caller(), check.callerSource());
        Holder asker = caller.holder();
        if (caller.reason() != null || asker == null) {
            return new Use(check.caller(), MAY_CHECK, check.callerSource(), null, true, caller);
        }
        return new Use(
                check.target(),
                check.asked(),
                check.source(),
                asker,
                false,
                decider.decide(check.target(), check.asked(), check.source(), asker.workspace()));
    }

    private Verdict caller(PresentedKey shown, Source source) {
        return switch (shown) {
            case PresentedKey.Malformed _, PresentedKey.Token _, PresentedKey.RefusedToken _ ->
                    decider.decide(shown, MAY_CHECK, source);
            case PresentedKey.WellFormed(var text) ->
                    callers.computeIfAbsent(
                            new Caller(text.reveal(), source.address()),
                            _ -> decider.decide(shown, MAY_CHECK, source));
        };
    }

    private Outcome outcome(Use use, Verdict verdict, Instant now) {
        if (use.callerItself()) {
            DenyReason reason =
                    verdict.reason() == null ? DenyReason.UNKNOWN_KEY : verdict.reason();
            UseDraft once = refusedCallers.computeIfAbsent(use.key(), _ -> draft(use, verdict));
            return new Outcome(once, (id, at) -> new CallerRefused(reason, id, at));
        }
        UseDraft draft = draft(use, verdict);
        boolean foreign = use.caller() != null && verdict.reason() == DenyReason.FOREIGN_WORKSPACE;
        return new Outcome(draft, Answers.decision(verdict, use.asked(), !foreign, now));
    }

    private UseDraft draft(Use use, Verdict verdict) {
        String callerId = use.caller() == null ? null : use.caller().callerId();
        return drafts.of(verdict, use.key(), use.asked(), use.source(), callerId);
    }
}
