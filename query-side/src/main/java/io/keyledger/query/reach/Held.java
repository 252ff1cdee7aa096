package io.keyledger.query.reach;

import io.keyledger.query.permissions.Bearer;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionPattern;
import io.keyledger.shared.permission.PermissionSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What roles hold, matched as checks do. */
final class Held {

    private final Map<UUID, Set<String>> texts = new HashMap<>();
    private final Map<UUID, PermissionSet> sets = new HashMap<>();

    Held(Map<UUID, List<String>> permissions) {
        permissions.forEach(
                (role, all) -> {
                    texts.put(role, Set.copyOf(all));
                    sets.put(role, PermissionSet.of(all));
                });
    }

    Collection<String> of(Way way) {
        return texts.getOrDefault(way.role(), Set.of());
    }

    /** Whether the role holds that very text, and it counts. */
    boolean has(Bearer bearer, Way way, String permission) {
        return of(way).contains(permission) && counts(bearer, way, permission);
    }

    /** Whether everything that the permission is about is let do by one way, on whatever it is. */
    boolean covers(Bearer bearer, Way way, String permission) {
        return isReserved(permission)
                ? has(bearer, way, permission)
                : sets.getOrDefault(way.role(), PermissionSet.NONE)
                        .covers(new PermissionPattern(permission));
    }

    /** What is reserved to owners counts for people alone, by a role of one of their groups. */
    private static boolean counts(Bearer bearer, Way way, String permission) {
        return !isReserved(permission)
                || bearer != Bearer.SERVICE_USER
                        && way.policy() == null
                        && OwnerPermissions.ALL.contains(permission);
    }

    private static boolean isReserved(String permission) {
        return OwnerPermissions.isReserved(new PermissionPattern(permission));
    }
}
