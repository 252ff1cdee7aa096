package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.UUID;

/** API keys of a service user. */
@HttpExchange("/api/v1/workspaces/{ws}/service-users/{user}/keys")
public interface ApiKeys {

    /** A key to be generated. */
    record NewKey(String name, @Nullable Instant expiresAt) {}

    /** A new name. */
    record KeyEdit(String name) {}

    /** How long the old secret still works, from 0 to 86,400 seconds. */
    record Overlap(@Nullable Long overlapSeconds) {}

    /** A key with its secret, which is shown this once. */
    record Shown(String keyId, @Nullable String secret, @Nullable String key) {

        @Override
        public String toString() {
            return "Shown[" + keyId + "]";
        }
    }

    /** A key as it is, or was at a moment, of which no uses are told. */
    record ApiKey(
            String keyId,
            String name,
            String status,
            @Nullable Instant createdAt,
            @Nullable Instant secretChangedAt,
            @Nullable Instant overlapUntil,
            @Nullable Instant expiresAt,
            @Nullable LastUse lastUsed,
            long allowed,
            long refused) {}

    /** The latest use of a key that showed its right secret. */
    record LastUse(
            Instant at,
            String decision,
            @Nullable String reason,
            @Nullable String permission,
            @Nullable String method,
            @Nullable String path,
            @Nullable String address,
            @Nullable String userAgent) {}

    @PostExchange
    Shown generate(@PathVariable String ws, @PathVariable UUID user, @RequestBody NewKey key);

    @PostExchange("/{keyId}:regenerate")
    Shown regenerate(
            @PathVariable String ws,
            @PathVariable UUID user,
            @PathVariable String keyId,
            @RequestBody Overlap overlap);

    @PatchExchange("/{keyId}")
    Changed rename(
            @PathVariable String ws,
            @PathVariable UUID user,
            @PathVariable String keyId,
            @RequestBody KeyEdit edit);

    @PostExchange("/{keyId}:disable")
    Changed disable(@PathVariable String ws, @PathVariable UUID user, @PathVariable String keyId);

    @PostExchange("/{keyId}:enable")
    Changed enable(@PathVariable String ws, @PathVariable UUID user, @PathVariable String keyId);

    @DeleteExchange("/{keyId}")
    void delete(@PathVariable String ws, @PathVariable UUID user, @PathVariable String keyId);

    @GetExchange
    Page<ApiKey> list(@PathVariable String ws, @PathVariable UUID user);
}
