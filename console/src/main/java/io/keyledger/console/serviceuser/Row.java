package io.keyledger.console.serviceuser;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.ApiKeys.LastUse;
import io.keyledger.client.api.ServiceUsers.ServiceUser;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A service user in a line.
 *
 * @param status {@code enabled}, {@code disabled}, {@code deleted}, or {@code expired} if it is
 *     enabled in vain
 * @param lastUse the latest of any of its keys
 */
record Row(ServiceUser user, String status, int keys, @Nullable LastUse lastUse) {

    static Row of(ServiceUser user) {
        List<ApiKey> keys = user.keys() == null ? List.of() : user.keys();
        LastUse last =
                keys.stream()
                        .map(ApiKey::lastUsed)
                        .filter(Objects::nonNull)
                        .max(Comparator.comparing(LastUse::at))
                        .orElse(null);
        String status = Objects.requireNonNullElse(user.status(), "enabled");
        return new Row(
                user,
                status.equals("enabled") && user.expired() ? "expired" : status,
                keys.size(),
                last);
    }
}
