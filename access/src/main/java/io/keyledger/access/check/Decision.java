package io.keyledger.access.check;

import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The decision on one key.
 *
 * @param reason the true reason of a refusal, null when allowed; callers are told {@link
 *     #publicReason()}
 * @param holder whose key it is; null unless the secret was right and whoever asked may know
 * @param grantedBy the role that allowed it
 */
public record Decision(
        @Nullable DenyReason reason,
        @Nullable KeyHolder holder,
        Permission permission,
        @Nullable UUID grantedBy,
        RecordId recordId,
        Instant decidedAt)
        implements CheckResult {

    public boolean allowed() {
        return reason == null;
    }

    public @Nullable String publicReason() {
        return reason == null ? null : reason.publicCode();
    }
}
