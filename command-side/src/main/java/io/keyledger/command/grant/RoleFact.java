package io.keyledger.command.grant;

import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionPattern;

import java.util.List;
import java.util.UUID;

/** A role as decisions about others need it. */
public record RoleFact(UUID id, String name, List<String> permissions) {

    public RoleFact {
        permissions = List.copyOf(permissions);
    }

    /** Whether it holds anything that only owners may hold. */
    public boolean ownerOnly() {
        return permissions.stream()
                .map(PermissionPattern::new)
                .anyMatch(OwnerPermissions::isReserved);
    }
}
