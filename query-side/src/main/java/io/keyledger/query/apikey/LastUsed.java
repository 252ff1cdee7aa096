package io.keyledger.query.apikey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The latest use of a key that showed its right secret.
 *
 * @param erased whether address or user agent were erased on request
 */
public record LastUsed(
        Instant at,
        String decision,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable String address,
        @Nullable String userAgent,
        boolean erased) {

    LastUsed from(@Nullable String source, @Nullable String agent, boolean someErased) {
        return new LastUsed(
                at, decision, reason, permission, method, path, source, agent, someErased);
    }
}
