package io.keyledger.query.serviceuser;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.apikey.ApiKeyView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A service user as it is, or was at a moment.
 *
 * @param expired whether its expiry has, or had, passed
 * @param parked true while an event of it could not be applied, so that this may be out of date
 */
record ServiceUserView(
        UUID id,
        String workspace,
        String username,
        String description,
        @Nullable String owner,
        Map<String, String> labels,
        String status,
        @Nullable Instant expiresAt,
        boolean expired,
        List<UUID> groups,
        List<UUID> roles,
        List<UUID> policies,
        List<ApiKeyView> keys,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean parked) {

    ServiceUserView {
        labels = Map.copyOf(labels);
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
        keys = List.copyOf(keys);
    }

    ServiceUserView with(List<ApiKeyView> itsKeys, boolean isParked) {
        return new ServiceUserView(
                id,
                workspace,
                username,
                description,
                owner,
                labels,
                status,
                expiresAt,
                expired,
                groups,
                roles,
                policies,
                itsKeys,
                version,
                createdAt,
                updatedAt,
                isParked);
    }
}
