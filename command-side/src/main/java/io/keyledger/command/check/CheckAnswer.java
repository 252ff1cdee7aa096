package io.keyledger.command.check;

import io.keyledger.access.check.Decision;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.annotation.JsonSerialize;

import java.time.Instant;
import java.util.UUID;

/**
 * What a check is answered; what is not known or not to be told is null. Route, policy and the time
 * to wait are not told where there is none.
 *
 * @param reason of a refusal, a stable code
 * @param permission asked for, or what the route requires
 * @param route that method and path led to
 * @param policy whose guard refused
 * @param retryAfterSeconds when a rate limit lets the next use pass
 * @param recordId null where the reason is that there is no such key
 */
@JsonSerialize(using = CheckAnswerJson.class)
record CheckAnswer(
        String decision,
        @Nullable String reason,
        @Nullable UUID serviceUser,
        @Nullable String username,
        @Nullable String workspace,
        @Nullable String keyId,
        @Nullable String permission,
        @Nullable Route route,
        @Nullable Policy policy,
        @Nullable Long retryAfterSeconds,
        @Nullable String recordId,
        Instant checkedAt) {

    record Route(UUID id, String api, String method, String path) {}

    record Policy(UUID id, String name) {}

    static CheckAnswer of(Decision decision) {
        KeyHolder holder = decision.keyHolder();
        RecordId recordId = decision.publicRecordId();
        return new CheckAnswer(
                decision.allowed() ? "allow" : "deny",
                decision.publicReason(),
                holder == null ? null : holder.serviceUserId(),
                holder == null ? null : holder.username(),
                holder == null ? null : holder.workspace(),
                holder == null ? null : holder.keyId(),
                decision.permission() == null ? null : decision.permission().text(),
                route(decision.route()),
                policy(decision.refusedBy()),
                decision.retryAfterSeconds() == 0 ? null : decision.retryAfterSeconds(),
                recordId == null ? null : recordId.toString(),
                decision.decidedAt());
    }

    private static @Nullable Route route(Decision.@Nullable MatchedRoute route) {
        return route == null
                ? null
                : new Route(route.id(), route.api(), route.method(), route.path());
    }

    private static @Nullable Policy policy(Decision.@Nullable RefusingPolicy policy) {
        return policy == null ? null : new Policy(policy.id(), policy.name());
    }
}
