package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The groups, roles and policies remembered. */
final class Grants {

    private final Map<UUID, GroupState> groups = new HashMap<>();
    private final Map<UUID, RoleState> roles = new HashMap<>();
    private final Map<UUID, SecurityPolicy> policies = new HashMap<>();

    /** Loads what these are granted by and is not remembered. */
    void load(AccessReader reader, Collection<? extends Assigned> needed) throws SQLException {
        Set<UUID> newGroups = new HashSet<>();
        needed.forEach(user -> addMissing(user.groups(), groups, newGroups));
        if (!newGroups.isEmpty()) {
            groups.putAll(reader.grants.groups(newGroups));
        }
        Set<UUID> newPolicies = new HashSet<>();
        needed.forEach(user -> addMissingPolicies(user, newPolicies));
        if (!newPolicies.isEmpty()) {
            policies.putAll(reader.policies.policies(newPolicies));
        }
        Set<UUID> newRoles = new HashSet<>();
        needed.forEach(user -> addMissingRoles(user, newRoles));
        if (!newRoles.isEmpty()) {
            roles.putAll(reader.grants.roles(newRoles));
        }
    }

    /** The groups with these ids that there are, in their order. */
    List<GroupState> groups(List<UUID> ids) {
        return present(ids, groups::get);
    }

    /** The roles with these ids that there are, in their order. */
    List<RoleState> roles(List<UUID> ids) {
        return present(ids, roles::get);
    }

    /** The policies with these ids that there are, in their order. */
    List<SecurityPolicy> policies(List<UUID> ids) {
        return present(ids, policies::get);
    }

    void removeGroup(UUID id) {
        groups.remove(id);
    }

    void removeRole(UUID id) {
        roles.remove(id);
    }

    void removePolicy(UUID id) {
        policies.remove(id);
    }

    void clear() {
        groups.clear();
        roles.clear();
        policies.clear();
    }

    private void addMissingPolicies(Assigned user, Set<UUID> missing) {
        addMissing(user.policies(), policies, missing);
        for (UUID id : user.groups()) {
            GroupState group = groups.get(id);
            if (group != null) {
                addMissing(group.policies(), policies, missing);
            }
        }
    }

    private void addMissingRoles(Assigned user, Set<UUID> missing) {
        addMissing(user.roles(), roles, missing);
        addMissingGrants(user.policies(), missing);
        for (UUID id : user.groups()) {
            GroupState group = groups.get(id);
            if (group != null) {
                addMissing(group.roles(), roles, missing);
                addMissingGrants(group.policies(), missing);
            }
        }
    }

    private void addMissingGrants(List<UUID> policyIds, Set<UUID> missing) {
        for (UUID id : policyIds) {
            SecurityPolicy policy = policies.get(id);
            if (policy != null) {
                policy.grants().forEach(grant -> addMissing(grant.roleId(), roles, missing));
            }
        }
    }

    private static void addMissing(List<UUID> ids, Map<UUID, ?> known, Set<UUID> missing) {
        for (UUID id : ids) {
            addMissing(id, known, missing);
        }
    }

    private static void addMissing(UUID id, Map<UUID, ?> known, Set<UUID> missing) {
        if (!known.containsKey(id)) {
            missing.add(id);
        }
    }

    private static <T> List<T> present(List<UUID> ids, Function<UUID, @Nullable T> known) {
        List<T> present = new ArrayList<>(ids.size());
        for (UUID id : ids) {
            T one = known.apply(id);
            if (one != null) {
                present.add(one);
            }
        }
        return present;
    }
}
