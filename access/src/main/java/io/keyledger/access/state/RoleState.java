package io.keyledger.access.state;

import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.permission.PermissionSet;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A role with its permissions compiled.
 *
 * @param permissions what counts for whoever has it; what is reserved to owners is not among them
 * @param reserved what counts besides for people who have it by their groups
 */
public record RoleState(
        EntityVersion entityVersion, PermissionSet permissions, Set<Permission> reserved) {

    public RoleState {
        reserved = Set.copyOf(reserved);
    }

    public UUID id() {
        return entityVersion.id();
    }

    static RoleState of(UUID id, long version, List<String> permissions) {
        return new RoleState(
                new EntityVersion(EntityKind.ROLE, id, version),
                PermissionSet.of(permissions),
                OwnerPermissions.among(permissions));
    }
}
