package io.keyledger.access.decision;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.key.PersonToken;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.KeyState;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.KnownPerson;
import io.keyledger.access.state.PersonState;
import io.keyledger.access.state.RouteCatalogue;
import io.keyledger.access.state.ServiceUserState;
import io.keyledger.access.state.Status;
import io.keyledger.access.state.StoredSecret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Decides by what the cache holds, at one moment of the database's clock. */
public final class Decider {

    /** The workspace whose keys and permissions count in every other. */
    public static final String SYSTEM = "system";

    private final AccessCache state;
    private final Secrets secrets;
    private final Instant now;

    public Decider(AccessCache state, Secrets secrets, Instant now) {
        this.state = state;
        this.secrets = secrets;
        this.now = now;
    }

    /** Whether the key may do what is asked. */
    public Verdict decide(PresentedKey shown, Asked asked, Source source) {
        return decide(shown, asked, source, null);
    }

    /** The same, asked by somebody of this workspace: a foreign key is none of his business. */
    public Verdict decide(PresentedKey shown, Asked asked, Source source, @Nullable String asker) {
        return switch (shown) {
            case PresentedKey.Malformed _ -> Verdict.refused(DenyReason.MALFORMED_KEY);
            case PresentedKey.RefusedToken(boolean expired) ->
                    Verdict.refused(expired ? DenyReason.TOKEN_EXPIRED : DenyReason.INVALID_TOKEN);
            case PresentedKey.Token(var token) -> decide(token, asked, source);
            case PresentedKey.WellFormed(var text) -> {
                KnownKey known = state.key(text.keyId());
                StoredSecret right = secrets.shown(text, known, now);
                if (known == null) {
                    yield Verdict.refused(DenyReason.UNKNOWN_KEY);
                }
                yield right == null
                        ? Verdict.refused(DenyReason.WRONG_SECRET, known)
                        : decide(known, asked, new Guards(source, right.since(), now), asker);
            }
        };
    }

    /**
     * What a use of the key, shown with one of its secrets, would be answered, and every condition
     * that this depends on. Nothing is used up by it.
     *
     * @param overlapping whether with the secret before the newest, which works while it overlaps
     */
    public Explanation explain(KnownKey known, Asked asked, Source source, boolean overlapping) {
        KeyState key = known.key();
        boolean right = !overlapping || Secrets.overlaps(key, now);
        StoredSecret shown = overlapping && key.overlap() != null ? key.overlap() : key.secret();
        Guards guards = new Guards(source, shown.since(), now);
        return new Explaining(
                        new UseDecision(known, Reach.of(known, state), guards),
                        asked,
                        state.routes(known.user().workspace()))
                .of(
                        right
                                ? decide(known, asked, guards, null)
                                : Verdict.refused(DenyReason.WRONG_SECRET, known),
                        right ? unusable(key) : DenyReason.WRONG_SECRET,
                        unusable(known.user()));
    }

    private Verdict decide(KnownKey known, Asked asked, Guards guards, @Nullable String asker) {
        String home = known.user().workspace();
        if (asker != null && !asker.equals(home) && !asker.equals(SYSTEM)) {
            return Verdict.refused(DenyReason.FOREIGN_WORKSPACE, known);
        }
        DenyReason unusable = unusable(known);
        if (unusable != null) {
            return Verdict.refused(unusable, known);
        }
        return reaches(home, asked)
                ? new UseDecision(known, Reach.of(known, state), guards)
                        .on(asked, state.routes(home))
                : Verdict.refused(DenyReason.FOREIGN_WORKSPACE, known);
    }

    /** A person asks for itself only: nobody else shows a person's token. */
    private Verdict decide(PersonToken token, Asked asked, Source source) {
        PersonState person = state.person(token.identity());
        if (person == null) {
            return Verdict.refused(DenyReason.SIGN_IN_REQUIRED);
        }
        String named = asked instanceof Asked.ForPermission it ? it.workspace() : null;
        KnownPerson known =
                new KnownPerson(
                        person,
                        token,
                        KnownPerson.workspace(person.groupsByWorkspace().keySet(), named));
        DenyReason unusable = unusable(known);
        if (unusable != null) {
            return Verdict.refused(unusable, known);
        }
        return reaches(known.workspace(), asked)
                ? new UseDecision(
                                known,
                                Reach.of(known, state),
                                new Guards(source, token.issuedAt(), now))
                        .on(asked, RouteCatalogue.EMPTY)
                : Verdict.refused(DenyReason.FOREIGN_WORKSPACE, known);
    }

    /** What a token claims counts once it is on record, and no newer token than that does. */
    private @Nullable DenyReason unusable(KnownPerson known) {
        if (known.person().status() != Status.ENABLED) {
            return DenyReason.PERSON_DISABLED;
        }
        if (expired(known.expiresAt())) {
            return DenyReason.TOKEN_EXPIRED;
        }
        return known.token().issuedAt().isAfter(known.person().tokenIssuedAt())
                ? DenyReason.SIGN_IN_REQUIRED
                : null;
    }

    private static boolean reaches(String home, Asked asked) {
        return switch (asked) {
            case Asked.ForPermission permission ->
                    permission.workspace() == null
                            || permission.workspace().equals(home)
                            || home.equals(SYSTEM);
            case Asked.ForRequest _, Asked.Introspection _ -> true;
        };
    }

    private @Nullable DenyReason unusable(KnownKey known) {
        DenyReason key = unusable(known.key());
        return key == null ? unusable(known.user()) : key;
    }

    private @Nullable DenyReason unusable(KeyState key) {
        return switch (key.status()) {
            case DELETED -> DenyReason.KEY_DELETED;
            case DISABLED -> DenyReason.KEY_DISABLED;
            case ENABLED -> expired(key.expiresAt()) ? DenyReason.KEY_EXPIRED : null;
        };
    }

    private @Nullable DenyReason unusable(ServiceUserState user) {
        return switch (user.status()) {
            case DELETED -> DenyReason.SERVICE_USER_DELETED;
            case DISABLED -> DenyReason.SERVICE_USER_DISABLED;
            case ENABLED -> expired(user.expiresAt()) ? DenyReason.SERVICE_USER_EXPIRED : null;
        };
    }

    private boolean expired(@Nullable Instant expiresAt) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
