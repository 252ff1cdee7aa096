package io.keyledger.access.journal;

import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One key use to be written down.
 *
 * @param workspace the key's, or {@code system} when none is known
 * @param refusedBy the policy whose guard refused it
 * @param reason of the refusal, its code; null when allowed
 * @param countable whether it may be counted with its like instead of told by itself
 * @param network the source's network, for counting
 */
public record UseDraft(
        String workspace,
        @Nullable String keyId,
        List<EntityVersion> entities,
        @Nullable EntityVersion grantedBy,
        @Nullable EntityVersion refusedBy,
        List<Monitored> monitored,
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable Routed route,
        @Nullable Resource resource,
        @Nullable String reason,
        boolean countable,
        @Nullable PersonalRef address,
        @Nullable PersonalRef userAgent,
        @Nullable String network,
        @Nullable String callerKeyId,
        @Nullable String requestId) {

    public UseDraft {
        monitored = List.copyOf(monitored);
    }

    /** What a monitored policy would have refused, and the code of that refusal. */
    public record Monitored(EntityVersion policy, String reason) {}

    /** What was asked by method and path, and the API and route that it led to, if any did. */
    public record Routed(
            @Nullable String asked, @Nullable EntityVersion api, @Nullable UUID routeId) {}
}
