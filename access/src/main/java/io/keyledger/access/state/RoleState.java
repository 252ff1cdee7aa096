package io.keyledger.access.state;

import io.keyledger.shared.permission.PermissionSet;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import java.util.List;
import java.util.UUID;

/** A role with its permissions compiled; what is reserved to owners is not among them. */
public record RoleState(EntityVersion entityVersion, PermissionSet permissions) {

    public UUID id() {
        return entityVersion.id();
    }

    static RoleState of(UUID id, long version, List<String> permissions) {
        return new RoleState(
                new EntityVersion(EntityKind.ROLE, id, version), PermissionSet.of(permissions));
    }
}
