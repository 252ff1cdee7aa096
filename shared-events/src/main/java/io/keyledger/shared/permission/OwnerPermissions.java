package io.keyledger.shared.permission;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The permissions that only people who own a workspace may hold: a closed list, under one resource.
 */
public final class OwnerPermissions {

    /** The reserved resource; everything below it is reserved as well. */
    public static final String RESOURCE = "workspace.ownership";

    /** The closed list, sorted. */
    public static final List<String> ALL =
            List.of(RESOURCE + ":appoint", RESOURCE + ":delete", RESOURCE + ":transfer");

    private OwnerPermissions() {}

    public static boolean isReserved(Permission permission) {
        return isReserved(permission.resource());
    }

    /** Whether a pattern names the reserved resource or something below it. */
    public static boolean isReserved(PermissionPattern pattern) {
        return isReserved(pattern.resource());
    }

    /** Those of a role's permissions that are of the closed list. */
    public static Set<Permission> among(Collection<String> permissions) {
        return permissions.stream()
                .filter(ALL::contains)
                .map(Permission::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isReserved(String resource) {
        return resource.equals(RESOURCE) || resource.startsWith(RESOURCE + ".");
    }
}
