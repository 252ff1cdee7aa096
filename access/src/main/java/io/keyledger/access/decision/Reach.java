package io.keyledger.access.decision;

import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.GroupState;
import io.keyledger.access.state.RoleState;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.access.state.ServiceUserState;
import io.keyledger.shared.permission.PermissionPattern;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What reaches a service user.
 *
 * @param roles its own and those of its groups
 * @param policies its own and those of its groups, each once
 */
record Reach(
        ServiceUserState user,
        List<GroupState> groups,
        List<RoleState> roles,
        List<SecurityPolicy> policies,
        AccessCache state) {

    static Reach of(ServiceUserState user, AccessCache state) {
        List<GroupState> groups = state.groupsOf(user);
        return new Reach(
                user,
                groups,
                Stream.concat(
                                state.roles(user.roles()).stream(),
                                groups.stream().flatMap(g -> state.roles(g.roles()).stream()))
                        .toList(),
                Stream.concat(
                                state.policies(user.policies()).stream(),
                                groups.stream().flatMap(g -> state.policies(g.policies()).stream()))
                        .distinct()
                        .toList(),
                state);
    }

    /** The policies that grant and refuse. */
    Stream<SecurityPolicy> enabled() {
        return policies.stream().filter(policy -> policy.state() == PolicyState.ENABLED);
    }

    /** The policies of which is only recorded what they would have refused. */
    Stream<SecurityPolicy> monitored() {
        return policies.stream().filter(policy -> policy.state() == PolicyState.MONITORING);
    }

    /** The roles that enabled policies grant for that resource. */
    Stream<RoleState> granted(@Nullable Resource resource) {
        return byGrants(
                enabled().flatMap(p -> p.grants().stream()).filter(g -> g.covers(resource)));
    }

    /** The roles that enabled policies grant at all. */
    Stream<RoleState> grantedForSome() {
        return byGrants(enabled().flatMap(policy -> policy.grants().stream()));
    }

    /** What it may do whatever it is done to, sorted. */
    List<String> patterns() {
        return Stream.concat(roles.stream(), granted(null))
                .flatMap(role -> role.permissions().patterns().stream())
                .map(PermissionPattern::text)
                .distinct()
                .sorted()
                .toList();
    }

    /** Everything a decision depends on; the service user first. */
    Set<EntityVersion> entities() {
        Set<EntityVersion> entities = new LinkedHashSet<>();
        entities.add(user.entityVersion());
        groups.forEach(group -> entities.add(group.entityVersion()));
        policies.forEach(policy -> entities.add(policy.entityVersion()));
        Stream.concat(roles.stream(), grantedForSome())
                .forEach(role -> entities.add(role.entityVersion()));
        return entities;
    }

    private Stream<RoleState> byGrants(Stream<PolicyGrant> grants) {
        return state.roles(grants.map(PolicyGrant::roleId).toList()).stream();
    }
}
