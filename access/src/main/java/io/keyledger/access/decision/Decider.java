package io.keyledger.access.decision;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.GroupState;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.RoleState;
import io.keyledger.access.state.ServiceUserState;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    public Verdict decide(PresentedKey shown, Asked asked) {
        return decide(shown, asked, null);
    }

    /** The same, asked by somebody of this workspace: a foreign key is none of his business. */
    public Verdict decide(PresentedKey shown, Asked asked, @Nullable String asker) {
        return switch (shown) {
            case PresentedKey.Malformed _ -> Verdict.refused(DenyReason.MALFORMED_KEY);
            case PresentedKey.WellFormed(var text) -> {
                KnownKey known = state.key(text.keyId());
                boolean right = secrets.right(text, known, now);
                if (known == null) {
                    yield Verdict.refused(DenyReason.UNKNOWN_KEY);
                }
                yield right
                        ? decide(known, asked, asker)
                        : Verdict.refused(DenyReason.WRONG_SECRET, known);
            }
        };
    }

    private Verdict decide(KnownKey known, Asked asked, @Nullable String asker) {
        String home = known.user().workspace();
        if (asker != null && !asker.equals(home) && !asker.equals(SYSTEM)) {
            return Verdict.refused(DenyReason.FOREIGN_WORKSPACE, known);
        }
        DenyReason unusable = unusable(known);
        if (unusable != null) {
            return Verdict.refused(unusable, known);
        }
        boolean reaches =
                asked.workspace() == null || asked.workspace().equals(home) || home.equals(SYSTEM);
        return reaches
                ? byPermission(known, asked)
                : Verdict.refused(DenyReason.FOREIGN_WORKSPACE, known);
    }

    private @Nullable DenyReason unusable(KnownKey known) {
        DenyReason key =
                switch (known.key().status()) {
                    case DELETED -> DenyReason.KEY_DELETED;
                    case DISABLED -> DenyReason.KEY_DISABLED;
                    case ENABLED ->
                            expired(known.key().expiresAt()) ? DenyReason.KEY_EXPIRED : null;
                };
        return key == null ? unusable(known.user()) : key;
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

    private Verdict byPermission(KnownKey known, Asked asked) {
        List<GroupState> groups = state.groupsOf(known.user());
        List<RoleState> roles =
                Stream.concat(
                                state.roles(known.user().roles()).stream(),
                                groups.stream().flatMap(g -> state.roles(g.roles()).stream()))
                        .toList();
        Set<EntityVersion> decidedOn = new LinkedHashSet<>();
        decidedOn.add(known.user().entityVersion());
        groups.forEach(group -> decidedOn.add(group.entityVersion()));
        roles.forEach(role -> decidedOn.add(role.entityVersion()));
        RoleState granting =
                roles.stream()
                        .filter(role -> role.permissions().allows(asked.permission()))
                        .findFirst()
                        .orElse(null);
        return new Verdict(
                granting == null ? DenyReason.PERMISSION_NOT_GRANTED : null,
                known,
                granting,
                List.copyOf(decidedOn));
    }
}
