package io.keyledger.access.journal;

import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One key use to be written down.
 *
 * @param workspace the key's, or {@code system} when none is known
 * @param reason of the refusal, its code; null when allowed
 * @param countable whether it may be counted with its like instead of told by itself
 * @param network the source's network, for counting
 */
public record UseDraft(
        String workspace,
        @Nullable String keyId,
        List<EntityVersion> entities,
        @Nullable EntityVersion grantedBy,
        String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable String reason,
        boolean countable,
        @Nullable PersonalRef address,
        @Nullable PersonalRef userAgent,
        @Nullable String network,
        @Nullable String callerKeyId,
        @Nullable String requestId) {}
