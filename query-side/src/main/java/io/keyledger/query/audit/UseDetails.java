package io.keyledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.shared.use.KeyUse;

import org.jspecify.annotations.Nullable;

/** What was asked for with a key, and how it was answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UseDetails(
        String decision,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable String network,
        @Nullable String callerKeyId,
        @Nullable String requestId,
        long count) {

    static UseDetails of(KeyUse use) {
        return new UseDetails(
                use.allowed() ? "allow" : "deny",
                use.reason(),
                use.permission(),
                use.method(),
                use.path(),
                use.network(),
                use.callerKeyId(),
                use.requestId(),
                use.count());
    }
}
