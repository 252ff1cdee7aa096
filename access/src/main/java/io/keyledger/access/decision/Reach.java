package io.keyledger.access.decision;

import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.GroupState;
import io.keyledger.access.state.Known;
import io.keyledger.access.state.RoleState;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.permission.PermissionPattern;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What reaches a service user or a person. Put together for every use, and in loops: in a profile
 * of the gate streams stood in front of what they did.
 *
 * @param roles its own and those of its groups
 * @param enabled the policies that grant and refuse, its own and those of its groups, each once
 * @param monitored those of which is only recorded what they would have refused
 * @param policies all of them, also those that are switched off
 */
record Reach(
        Known known,
        List<GroupState> groups,
        List<RoleState> roles,
        List<SecurityPolicy> enabled,
        List<SecurityPolicy> monitored,
        List<SecurityPolicy> policies,
        AccessCache state) {

    static Reach of(Known known, AccessCache state) {
        List<GroupState> groups = state.groups(known.groups());
        List<RoleState> roles = new ArrayList<>(state.roles(known.roles()));
        List<SecurityPolicy> policies = new ArrayList<>(state.policies(known.policies()));
        for (GroupState group : groups) {
            roles.addAll(state.roles(group.roles()));
            addNew(state.policies(group.policies()), policies);
        }
        return new Reach(
                known,
                groups,
                roles,
                in(PolicyState.ENABLED, policies),
                in(PolicyState.MONITORING, policies),
                policies,
                state);
    }

    /** The roles that enabled policies grant for that resource. */
    List<RoleState> granted(@Nullable Resource resource) {
        return byGrants(grant -> grant.covers(resource));
    }

    /** The roles that enabled policies grant at all. */
    List<RoleState> grantedForSome() {
        return byGrants(_ -> true);
    }

    /** What it may do whatever it is done to, sorted. */
    List<String> patterns() {
        return Stream.concat(roles.stream(), granted(null).stream())
                .flatMap(role -> role.permissions().patterns().stream())
                .map(PermissionPattern::text)
                .distinct()
                .sorted()
                .toList();
    }

    /** Everything a decision depends on; the service user or person first. */
    Set<EntityVersion> entities() {
        Set<EntityVersion> entities = new LinkedHashSet<>();
        entities.add(known.entityVersion());
        groups.forEach(group -> entities.add(group.entityVersion()));
        policies.forEach(policy -> entities.add(policy.entityVersion()));
        roles.forEach(role -> entities.add(role.entityVersion()));
        grantedForSome().forEach(role -> entities.add(role.entityVersion()));
        return entities;
    }

    private List<RoleState> byGrants(Predicate<PolicyGrant> wanted) {
        List<UUID> roleIds = new ArrayList<>();
        for (SecurityPolicy policy : enabled) {
            for (PolicyGrant grant : policy.grants()) {
                if (wanted.test(grant)) {
                    roleIds.add(grant.roleId());
                }
            }
        }
        return roleIds.isEmpty() ? List.of() : state.roles(roleIds);
    }

    private static void addNew(List<SecurityPolicy> found, List<SecurityPolicy> policies) {
        for (SecurityPolicy policy : found) {
            if (!policies.contains(policy)) {
                policies.add(policy);
            }
        }
    }

    private static List<SecurityPolicy> in(PolicyState wanted, List<SecurityPolicy> policies) {
        if (policies.isEmpty()) {
            return List.of();
        }
        List<SecurityPolicy> found = new ArrayList<>(policies.size());
        for (SecurityPolicy policy : policies) {
            if (policy.state() == wanted) {
                found.add(policy);
            }
        }
        return found;
    }
}
