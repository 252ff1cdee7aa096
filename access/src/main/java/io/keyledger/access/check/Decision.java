package io.keyledger.access.check;

import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The decision on one key.
 *
 * @param reason the true reason of a refusal, null when allowed; callers are told {@link
 *     #publicReason()}
 * @param holder whose key or token it is; null unless the secret was right and whoever asked may
 *     know
 * @param permission what was asked for, or what the route requires; null if no route matched or the
 *     route is public
 * @param grantedBy the role that allowed it
 * @param route the route that was asked for, if one matched
 * @param refusedBy the policy whose guard refused it
 * @param retryAfterSeconds of a rate limit: when the next window begins, from 1 up; 0 otherwise
 * @param standing what an allowed introspection asked for; null of everything else
 */
public record Decision(
        @Nullable DenyReason reason,
        @Nullable Holder holder,
        @Nullable Permission permission,
        @Nullable UUID grantedBy,
        @Nullable MatchedRoute route,
        @Nullable RefusingPolicy refusedBy,
        long retryAfterSeconds,
        @Nullable Standing standing,
        RecordId recordId,
        Instant decidedAt)
        implements CheckResult {

    /** A route of an API. */
    public record MatchedRoute(UUID id, String api, String method, String path) {}

    /**
     * What a good key lets do.
     *
     * @param permissions patterns that hold without condition, sorted; those that a policy grants
     *     for some resources only are left out
     * @param expiresAt when the key or its service user expires, whichever is first
     */
    public record Standing(List<String> permissions, @Nullable Instant expiresAt) {

        public Standing {
            permissions = List.copyOf(permissions);
        }
    }

    /** A policy with a guard that did not hold. */
    public record RefusingPolicy(UUID id, String name) {}

    /** Whose key it is, where nobody but a key was asked about. */
    public @Nullable KeyHolder keyHolder() {
        return holder instanceof KeyHolder key ? key : null;
    }

    public boolean allowed() {
        return reason == null;
    }

    public @Nullable String publicReason() {
        return reason == null ? null : reason.publicCode();
    }

    /**
     * The record's id as callers are told it, null where they are told that there is no such key: a
     * record is of the workspace whose key it is, if there is one, and its number would say so
     * beside those of others.
     */
    public @Nullable RecordId publicRecordId() {
        return reason != null && reason.isToldAsUnknownKey() ? null : recordId;
    }
}
