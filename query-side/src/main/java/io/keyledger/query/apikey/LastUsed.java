package io.keyledger.query.apikey;

import io.keyledger.query.keyuse.LastUse;
import io.keyledger.query.personal.Resolved;

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

    static LastUsed of(LastUse use, Resolved texts) {
        return new LastUsed(
                use.at(),
                use.reason() == null ? "allow" : "deny",
                use.reason(),
                use.permission(),
                use.method(),
                use.path(),
                texts.text(use.address()),
                texts.text(use.userAgent()),
                texts.anyErased(use.address(), use.userAgent()));
    }
}
