package io.keyledger.query.reach;

import io.keyledger.query.permissions.Bearer;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionPattern;
import io.keyledger.shared.permission.PermissionSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

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

    /** The ways by which a bearer holds that very text, and it counts. */
    Predicate<Way> holding(Bearer bearer, String permission) {
        return counting(bearer, permission, roles(texts, all -> all.contains(permission)));
    }

    /** The ways that let do everything that the permission is about, on what they are for. */
    Predicate<Way> covering(Bearer bearer, String permission) {
        PermissionPattern pattern = new PermissionPattern(permission);
        return OwnerPermissions.isReserved(pattern)
                ? holding(bearer, permission)
                : counting(bearer, permission, roles(sets, all -> all.covers(pattern)));
    }

    /** What is reserved to owners counts for people alone, by a role of one of their groups. */
    private static Predicate<Way> counting(Bearer bearer, String permission, Set<UUID> roles) {
        if (!OwnerPermissions.isReserved(new PermissionPattern(permission))) {
            return way -> roles.contains(way.role());
        }
        return bearer == Bearer.SERVICE_USER || !OwnerPermissions.ALL.contains(permission)
                ? _ -> false
                : way -> way.policy() == null && roles.contains(way.role());
    }

    /** Looked up once, for all who have them. */
    private static <T> Set<UUID> roles(Map<UUID, T> held, Predicate<T> which) {
        Set<UUID> roles = new HashSet<>();
        held.forEach(
                (role, all) -> {
                    if (which.test(all)) {
                        roles.add(role);
                    }
                });
        return roles;
    }
}
