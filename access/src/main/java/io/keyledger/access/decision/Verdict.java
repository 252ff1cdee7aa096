package io.keyledger.access.decision;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.RoleState;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was decided on one key, and on which versions.
 *
 * @param known the key, if there is one, also when its secret was wrong
 */
public record Verdict(
        @Nullable DenyReason reason,
        @Nullable KnownKey known,
        @Nullable RoleState grantedBy,
        List<EntityVersion> entities) {

    static Verdict refused(DenyReason reason) {
        return new Verdict(reason, null, null, List.of());
    }

    /** Refused for what the service user's own stream says. */
    static Verdict refused(DenyReason reason, KnownKey known) {
        return new Verdict(reason, known, null, List.of(known.user().entityVersion()));
    }

    /** Whose key it is, if the secret was right. */
    public @Nullable KeyHolder holder() {
        if (known == null || reason == DenyReason.WRONG_SECRET) {
            return null;
        }
        return new KeyHolder(
                known.user().id(),
                known.user().username(),
                known.user().workspace(),
                known.key().id());
    }
}
