package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.decision.Verdict;
import io.keyledger.access.journal.UseDraft;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.state.Known;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

/** Turns verdicts into what is recorded of them. */
record UseDrafts(PersonalHints personal) {

    UseDraft of(
            Verdict verdict,
            PresentedKey key,
            Asked asked,
            Source source,
            @Nullable String callerId) {
        Known known = verdict.known();
        String workspace = known == null ? Decider.SYSTEM : known.workspace();
        boolean countable = verdict.reason() != null && verdict.reason().isGuess();
        return new UseDraft(
                workspace,
                key instanceof PresentedKey.WellFormed(var text) ? text.keyId() : null,
                verdict.entities(),
                verdict.grantedBy() == null ? null : verdict.grantedBy().entityVersion(),
                verdict.refusedBy() == null ? null : verdict.refusedBy().entityVersion(),
                verdict.monitored().stream().map(UseDrafts::monitored).toList(),
                text(permission(verdict, asked)),
                asked.method(),
                asked.path(),
                routed(verdict, asked),
                verdict.resource() == null ? asked.resource() : verdict.resource(),
                verdict.reason() == null ? null : verdict.reason().code(),
                countable,
                resolved(source.address(), personal.address(workspace, source), countable),
                resolved(source.userAgent(), personal.userAgent(workspace, source), countable),
                source.address() == null ? null : source.address().network(),
                callerId,
                source.requestId());
    }

    /** What a route requires is known only once it is looked for. */
    static @Nullable Permission permission(Verdict verdict, Asked asked) {
        return switch (asked) {
            case Asked.ForPermission it -> it.permission();
            case Asked.ForRequest _, Asked.Introspection _ -> verdict.permission();
        };
    }

    private static @Nullable String text(@Nullable Permission permission) {
        return permission == null ? null : permission.text();
    }

    private static UseDraft.@Nullable Routed routed(Verdict verdict, Asked asked) {
        if (!(asked instanceof Asked.ForRequest request)) {
            return null;
        }
        return new UseDraft.Routed(
                request.api() == null ? null : request.api().recordable(),
                verdict.route() == null ? null : verdict.route().api().entityVersion(),
                verdict.route() == null ? null : verdict.route().route().routeId());
    }

    private static UseDraft.Monitored monitored(Verdict.Monitored refusal) {
        return new UseDraft.Monitored(refusal.policy().entityVersion(), refusal.reason().code());
    }

    private static @Nullable PersonalRef resolved(
            @Nullable Object value, @Nullable PersonalRef ref, boolean countable) {
        if (value != null && ref == null && !countable) {
            throw new StaleHint();
        }
        return ref;
    }
}
