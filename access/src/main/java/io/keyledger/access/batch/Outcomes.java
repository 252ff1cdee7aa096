package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.decision.Verdict;
import io.keyledger.access.journal.UseDraft;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.state.KnownKey;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Turns requests into what is recorded and answered. */
final class Outcomes {

    private static final Asked MAY_CHECK = Asked.of(new Permission("checks:perform"));

    private final Decider decider;
    private final PersonalHints personal;

    Outcomes(Decider decider, PersonalHints personal) {
        this.decider = decider;
        this.personal = personal;
    }

    Outcome of(CheckRequest request) {
        return switch (request) {
            case DirectCheck(var key, var asked, var source) -> {
                Verdict verdict = decider.decide(key, asked);
                UseDraft use = use(verdict, key, asked, source, null);
                yield decided(verdict, asked, verdict.holder(), use);
            }
            case BehalfCheck behalf -> onBehalf(behalf);
        };
    }

    private Outcome onBehalf(BehalfCheck check) {
        Verdict caller = decider.decide(check.caller(), MAY_CHECK);
        KeyHolder asker = caller.holder();
        DenyReason refused = caller.reason();
        if (refused != null || asker == null) {
            DenyReason reason = refused == null ? DenyReason.UNKNOWN_KEY : refused;
            return new Outcome(
                    use(caller, check.caller(), MAY_CHECK, check.callerSource(), null),
                    (id, at) -> new CallerRefused(reason, id, at));
        }
        Verdict target = decider.decide(check.target(), check.asked(), asker.workspace());
        boolean foreign = target.reason() == DenyReason.FOREIGN_WORKSPACE;
        return decided(
                target,
                check.asked(),
                foreign ? null : target.holder(),
                use(target, check.target(), check.asked(), check.source(), asker.keyId()));
    }

    private static Outcome decided(
            Verdict verdict, Asked asked, @Nullable KeyHolder told, UseDraft use) {
        return new Outcome(
                use,
                (id, at) ->
                        new Decision(
                                verdict.reason(),
                                told,
                                asked.permission(),
                                use.grantedBy() == null ? null : use.grantedBy().id(),
                                id,
                                at));
    }

    private UseDraft use(
            Verdict verdict,
            PresentedKey key,
            Asked asked,
            Source source,
            @Nullable String callerKeyId) {
        KnownKey known = verdict.known();
        String workspace = known == null ? Decider.SYSTEM : known.user().workspace();
        boolean countable = countable(verdict.reason());
        return new UseDraft(
                workspace,
                key instanceof PresentedKey.WellFormed(var text) ? text.keyId() : null,
                verdict.entities(),
                verdict.grantedBy() == null ? null : verdict.grantedBy().entityVersion(),
                null,
                List.of(),
                asked.permission().text(),
                asked.method(),
                asked.path(),
                null,
                null,
                verdict.reason() == null ? null : verdict.reason().code(),
                countable,
                resolved(source.address(), personal.address(workspace, source), countable),
                resolved(source.userAgent(), personal.userAgent(workspace, source), countable),
                source.address() == null ? null : source.address().network(),
                callerKeyId,
                source.requestId());
    }

    /** What costs a guesser nothing: no key of his is behind it. */
    private static boolean countable(@Nullable DenyReason reason) {
        return reason == DenyReason.MALFORMED_KEY
                || reason == DenyReason.UNKNOWN_KEY
                || reason == DenyReason.WRONG_SECRET;
    }

    private static @Nullable PersonalRef resolved(
            @Nullable Object value, @Nullable PersonalRef ref, boolean countable) {
        if (value != null && ref == null && !countable) {
            throw new StaleHint();
        }
        return ref;
    }
}
