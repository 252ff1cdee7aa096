package io.keyledger.access.state;

import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A service user with its own roles, policies, its groups and those of its keys that were asked
 * for.
 */
public record ServiceUserState(
        UUID id,
        String workspace,
        String username,
        Status status,
        @Nullable Instant expiresAt,
        long version,
        List<UUID> groups,
        List<UUID> roles,
        List<UUID> policies,
        Map<String, KeyState> keys)
        implements Assigned {

    public ServiceUserState {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
        keys = Map.copyOf(keys);
    }

    public EntityVersion entityVersion() {
        return new EntityVersion(EntityKind.SERVICE_USER, id, version);
    }
}
