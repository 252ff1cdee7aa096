package io.keyledger.shared.use;

import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One key use, or {@code count} equal refusals of one source while keys are being guessed.
 *
 * @param keyId the key, also of an unknown one if only one was tried
 * @param entities indexes into the header: the service user first, then its groups, roles and
 *     policies; empty when no key was found
 * @param permission the permission asked for, or that the route requires; null if nothing concrete
 *     was asked
 * @param method HTTP method of the request the key was used on, if it was one
 * @param path its path without query, at most 2,048 characters
 * @param reason why it was refused, a stable code, or null when it was allowed
 * @param grantedBy index into the header of the role that allowed it, or null
 * @param refusedBy index into the header of the policy whose guard refused it, or null
 * @param monitored what policies would have refused that are only monitored
 * @param route the API and route it was decided by, if it was asked by method and path
 * @param resource what the key was used on, as the caller of the check said
 * @param address index into the header's personal values: the source address
 * @param userAgent index into the header's personal values
 * @param network for counted refusals, the source network in CIDR form, or {@code other}
 * @param callerKeyId the key of the caller that asked, when it asked on behalf of another
 * @param requestId the caller's own id of its request, at most 128 characters
 * @param count how many uses this stands for, 1 but for counted refusals
 */
public record KeyUse(
        @Nullable String keyId,
        List<Integer> entities,
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable String reason,
        @Nullable Integer grantedBy,
        @Nullable Integer refusedBy,
        List<MonitoredRefusal> monitored,
        @Nullable AskedRoute route,
        @Nullable Resource resource,
        @Nullable Integer address,
        @Nullable Integer userAgent,
        @Nullable String network,
        @Nullable String callerKeyId,
        @Nullable String requestId,
        long count) {

    public KeyUse {
        entities = List.copyOf(entities);
        monitored = List.copyOf(monitored);
        if (count < 1) {
            throw new IllegalArgumentException("a key use stands for at least one");
        }
    }

    public boolean allowed() {
        return reason == null;
    }
}
