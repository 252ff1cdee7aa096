package io.keyledger.access.state;

import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import java.util.List;
import java.util.UUID;

/** A user group with its roles and policies. */
public record GroupState(EntityVersion entityVersion, List<UUID> roles, List<UUID> policies) {

    public GroupState {
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
    }

    static GroupState of(UUID id, long version, List<UUID> roles, List<UUID> policies) {
        return new GroupState(
                new EntityVersion(EntityKind.USER_GROUP, id, version), roles, policies);
    }
}
