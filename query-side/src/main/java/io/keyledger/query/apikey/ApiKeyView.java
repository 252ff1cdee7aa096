package io.keyledger.query.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.keyuse.Usage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An API key as it is, or was at a moment, of which its uses are left out.
 *
 * @param secretChangedAt when its present secret was made
 * @param overlapUntil until when the secret before the present one works too
 * @param allowed how often a use of it was allowed
 * @param refused how often a use of it was refused, guesses at its secret included
 */
public record ApiKeyView(
        String keyId,
        String name,
        String status,
        Instant createdAt,
        Instant secretChangedAt,
        @Nullable Instant overlapUntil,
        @Nullable Instant expiresAt,
        @Nullable Instant firstUsedAt,
        @Nullable Instant lastAllowedAt,
        @Nullable LastUsed lastUsed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long allowed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long refused) {

    ApiKeyView used(Usage usage, @Nullable LastUsed last) {
        return new ApiKeyView(
                keyId,
                name,
                status,
                createdAt,
                secretChangedAt,
                overlapUntil,
                expiresAt,
                usage.firstUsedAt(),
                usage.lastAllowedAt(),
                last,
                usage.allowed(),
                usage.refused());
    }
}
