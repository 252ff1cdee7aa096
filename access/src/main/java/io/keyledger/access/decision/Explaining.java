package io.keyledger.access.decision;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.decision.Explanation.Guarding;
import io.keyledger.access.decision.Explanation.Way;
import io.keyledger.access.state.GroupState;
import io.keyledger.access.state.RouteCatalogue;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts an explanation together from what decides. */
record Explaining(UseDecision use, Asked asked, RouteCatalogue routes) {

    Explanation of(Verdict verdict, @Nullable DenyReason key, @Nullable DenyReason serviceUser) {
        return switch (asked) {
            case Asked.ForPermission it ->
                    explained(
                            verdict, key, serviceUser, null, null, it.permission(), it.resource());
            case Asked.ForRequest request -> {
                Routing.Way way = Routing.find(routes, request);
                FoundRoute found = way.found();
                String required = found == null ? null : found.route().permission();
                yield explained(
                        verdict,
                        key,
                        serviceUser,
                        found,
                        way.refusal(),
                        required == null ? null : new Permission(required),
                        found == null ? null : found.resource());
            }
            case Asked.Introspection _ ->
                    explained(verdict, key, serviceUser, null, null, null, null);
        };
    }

    private Explanation explained(
            Verdict verdict,
            @Nullable DenyReason key,
            @Nullable DenyReason serviceUser,
            @Nullable FoundRoute route,
            @Nullable DenyReason routing,
            @Nullable Permission permission,
            @Nullable Resource resource) {
        return new Explanation(
                verdict,
                key,
                serviceUser,
                guarding(),
                route,
                routing,
                permission,
                permission == null ? null : use.granting(permission, resource).refusal(),
                permission == null ? List.of() : ways(permission, resource));
    }

    private List<Guarding> guarding() {
        return Stream.concat(use.reach().enabled().stream(), use.reach().monitored().stream())
                .map(policy -> new Guarding(policy, use.guards().conditions(policy)))
                .toList();
    }

    private List<Way> ways(Permission permission, @Nullable Resource resource) {
        List<Way> ways = new ArrayList<>();
        Reach reach = use.reach();
        add(reach.known().roles(), null, null, permission, ways);
        addGrants(reach.known().policies(), null, permission, resource, ways);
        for (GroupState group : reach.groups()) {
            UUID id = group.entityVersion().id();
            add(group.roles(), id, null, permission, ways);
            addGrants(group.policies(), id, permission, resource, ways);
        }
        return ways;
    }

    private void addGrants(
            List<UUID> policies,
            @Nullable UUID group,
            Permission permission,
            @Nullable Resource resource,
            List<Way> ways) {
        for (SecurityPolicy policy : use.reach().state().policies(policies)) {
            if (policy.state() == PolicyState.ENABLED) {
                List<UUID> roles =
                        policy.grants().stream()
                                .filter(grant -> grant.covers(resource))
                                .map(PolicyGrant::roleId)
                                .toList();
                add(roles, group, policy.id(), permission, ways);
            }
        }
    }

    private void add(
            List<UUID> roles,
            @Nullable UUID group,
            @Nullable UUID policy,
            Permission permission,
            List<Way> ways) {
        use.reach().state().roles(roles).stream()
                .filter(role -> role.permissions().allows(permission))
                .map(role -> new Way(group, policy, role.id()))
                .forEach(ways::add);
    }
}
