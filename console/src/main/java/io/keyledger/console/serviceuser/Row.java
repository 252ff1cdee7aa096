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
public record Row(ServiceUser user, String status, int keys, @Nullable LastUse lastUse) {

    private static final String ENABLED = "enabled";

    public static Row of(ServiceUser user) {
        List<ApiKey> keys = user.keys() == null ? List.of() : user.keys();
        LastUse last =
                keys.stream()
                        .map(ApiKey::lastUsed)
                        .filter(Objects::nonNull)
                        .max(Comparator.comparing(LastUse::at))
                        .orElse(null);
        return new Row(user, statusOf(user), keys.size(), last);
    }

    /** The status that lists and reports show. */
    public static String statusOf(ServiceUser user) {
        String status = Objects.requireNonNullElse(user.status(), ENABLED);
        return status.equals(ENABLED) && user.expired() ? "expired" : status;
    }
}
