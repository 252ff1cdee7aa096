package io.keyledger.client.api;

import io.keyledger.client.api.ApiKeys.ApiKey;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Service users of a workspace. */
@HttpExchange("/api/v1/workspaces/{ws}/service-users")
public interface ServiceUsers {

    /** A service user to be created, or what of one is to change; null stays. */
    record ServiceUserBody(
            @Nullable String username,
            @Nullable String description,
            @Nullable String owner,
            @Nullable Map<String, String> labels,
            @Nullable Instant expiresAt,
            @Nullable List<UUID> groups,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies) {

        /** With that name and groups, and nothing else. */
        public static ServiceUserBody named(String username, UUID... groups) {
            return new ServiceUserBody(
                    username, null, null, null, null, List.of(groups), null, null);
        }
    }

    /**
     * A service user as it is, or was at a moment.
     *
     * @param expired whether its expiry has passed
     * @param parked true while an event of it could not be applied, so that this may be out of date
     */
    record ServiceUser(
            UUID id,
            @Nullable String workspace,
            String username,
            String description,
            @Nullable String owner,
            @Nullable Map<String, String> labels,
            @Nullable String status,
            @Nullable Instant expiresAt,
            boolean expired,
            @Nullable List<UUID> groups,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies,
            @Nullable List<ApiKey> keys,
            long version,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            boolean parked) {}

    @PostExchange
    ServiceUser create(@PathVariable String ws, @RequestBody ServiceUserBody user);

    @PatchExchange("/{id}")
    Changed edit(@PathVariable String ws, @PathVariable UUID id, @RequestBody ServiceUserBody edit);

    /** The same by fields of the API, of which null clears {@code owner} or {@code expiresAt}. */
    @PatchExchange("/{id}")
    Changed edit(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestBody Map<String, @Nullable Object> fields);

    @PostExchange("/{id}:disable")
    Changed disable(@PathVariable String ws, @PathVariable UUID id);

    @PostExchange("/{id}:enable")
    Changed enable(@PathVariable String ws, @PathVariable UUID id);

    @DeleteExchange("/{id}")
    void delete(@PathVariable String ws, @PathVariable UUID id);

    @PutExchange("/{id}/groups/{groupId}")
    void assignGroup(@PathVariable String ws, @PathVariable UUID id, @PathVariable UUID groupId);

    @DeleteExchange("/{id}/groups/{groupId}")
    void unassignGroup(@PathVariable String ws, @PathVariable UUID id, @PathVariable UUID groupId);

    @PutExchange("/{id}/roles/{roleId}")
    void assignRole(@PathVariable String ws, @PathVariable UUID id, @PathVariable UUID roleId);

    @DeleteExchange("/{id}/roles/{roleId}")
    void unassignRole(@PathVariable String ws, @PathVariable UUID id, @PathVariable UUID roleId);

    @PutExchange("/{id}/policies/{policyId}")
    void attachPolicy(@PathVariable String ws, @PathVariable UUID id, @PathVariable UUID policyId);

    @DeleteExchange("/{id}/policies/{policyId}")
    void detachPolicy(@PathVariable String ws, @PathVariable UUID id, @PathVariable UUID policyId);

    @GetExchange("/{id}")
    ServiceUser get(@PathVariable String ws, @PathVariable UUID id);

    /** How many these filters let pass. */
    @GetExchange("/count")
    Count count(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange
    Page<ServiceUser> list(@PathVariable String ws, @RequestParam Map<String, String> filters);
}
