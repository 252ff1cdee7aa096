package io.keyledger.command.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.access.check.Decision;
import io.keyledger.access.check.KeyHolder;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What an introspection is answered (RFC 7662, section 2.2); of a key that is not good, {@code
 * active} alone.
 *
 * @param scope patterns of permissions, separated by spaces
 * @param clientId the key's ID
 * @param sub the service user's id
 * @param exp when key or service user expires, in seconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Introspection(
        boolean active,
        @Nullable String scope,
        @JsonProperty("client_id") @Nullable String clientId,
        @Nullable String username,
        @JsonProperty("token_type") @Nullable String tokenType,
        @Nullable Long exp,
        @Nullable String sub,
        @Nullable String workspace,
        @JsonProperty("record_id") @Nullable String recordId) {

    private static final Introspection INACTIVE =
            new Introspection(false, null, null, null, null, null, null, null, null);

    static Introspection of(Decision decision) {
        KeyHolder holder = decision.keyHolder();
        Decision.Standing standing = decision.standing();
        if (holder == null || standing == null) {
            return INACTIVE;
        }
        Instant expiresAt = standing.expiresAt();
        return new Introspection(
                true,
                String.join(" ", standing.permissions()),
                holder.keyId(),
                holder.username(),
                "Bearer",
                expiresAt == null ? null : expiresAt.getEpochSecond(),
                holder.serviceUserId().toString(),
                holder.workspace(),
                decision.recordId().toString());
    }
}
