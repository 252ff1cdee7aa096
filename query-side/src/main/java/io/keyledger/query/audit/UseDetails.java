package io.keyledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.KeyUse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * What was asked for with a key, and how it was answered.
 *
 * @param policy whose guard refused it
 * @param monitored what policies would have refused that were only monitored
 * @param resource what the key was used on, as the caller of the check said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record UseDetails(
        String decision,
        @Nullable String reason,
        @Nullable Policy policy,
        List<Monitored> monitored,
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable Route route,
        @Nullable Resource resource,
        @Nullable String network,
        @Nullable String callerKeyId,
        @Nullable String requestId,
        long count) {

    /** A policy by the name it had then. */
    record Policy(UUID id, @Nullable String name) {}

    /** A refusal that was none. */
    record Monitored(Policy policy, String reason) {}

    /**
     * The route that method and path led to.
     *
     * @param asked the API's name or host name that the caller gave
     * @param api the API's name then
     * @param id the route's id; with it null none matched
     */
    record Route(@Nullable String asked, @Nullable String api, @Nullable UUID id) {}

    static UseDetails of(
            KeyUse use, @Nullable Policy policy, List<Monitored> monitored, @Nullable Route route) {
        return new UseDetails(
                use.allowed() ? "allow" : "deny",
                use.reason(),
                policy,
                monitored,
                use.permission(),
                use.method(),
                use.path(),
                route,
                use.resource(),
                use.network(),
                use.callerKeyId(),
                use.requestId(),
                use.count());
    }
}
