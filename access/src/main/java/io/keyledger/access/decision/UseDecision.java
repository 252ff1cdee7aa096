package io.keyledger.access.decision;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.state.Known;
import io.keyledger.access.state.KnownPerson;
import io.keyledger.access.state.RoleState;
import io.keyledger.access.state.RouteCatalogue;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides on one use of a key that is good: first by the guards, so that who uses it from the wrong
 * place learns nothing else, then by route and permission.
 */
record UseDecision(Known known, Reach reach, Guards guards) {

    private record Refusal(SecurityPolicy policy, DenyReason reason) {}

    record Granting(@Nullable RoleState role, @Nullable DenyReason refusal) {}

    Verdict on(Asked asked, RouteCatalogue routes) {
        return switch (asked) {
            case Asked.ForPermission it ->
                    verdict(it.permission(), null, granting(it.permission(), it.resource()), it);
            case Asked.ForRequest request -> {
                Routing.Way way = Routing.find(routes, request);
                FoundRoute found = way.found();
                yield found == null
                        ? verdict(null, null, new Granting(null, way.refusal()), asked)
                        : along(found, asked);
            }
            case Asked.Introspection _ -> verdict(null, null, new Granting(null, null), asked);
        };
    }

    private Verdict along(FoundRoute found, Asked asked) {
        String required = found.route().permission();
        if (required == null) {
            return verdict(null, found, new Granting(null, null), asked);
        }
        Permission permission = new Permission(required);
        return verdict(permission, found, granting(permission, found.resource()), asked);
    }

    private Verdict verdict(
            @Nullable Permission permission,
            @Nullable FoundRoute found,
            Granting granting,
            Asked asked) {
        Refusal guarded = refusal();
        DenyReason reason = guarded == null ? granting.refusal() : guarded.reason();
        return new Verdict(
                reason,
                known,
                permission,
                reason == null ? granting.role() : null,
                guarded == null ? null : guarded.policy(),
                monitored(),
                found,
                found == null ? asked.resource() : found.resource(),
                reason == null ? limits() : List.of(),
                entities(found),
                asked instanceof Asked.Introspection ? reach.patterns() : List.of());
    }

    private @Nullable Refusal refusal() {
        for (SecurityPolicy policy : reach.enabled()) {
            DenyReason reason = guards.refusal(policy);
            if (reason != null) {
                return new Refusal(policy, reason);
            }
        }
        return null;
    }

    private List<Verdict.Monitored> monitored() {
        List<Verdict.Monitored> refusals = new ArrayList<>();
        for (SecurityPolicy policy : reach.monitored()) {
            DenyReason reason = guards.refusal(policy);
            if (reason != null) {
                refusals.add(new Verdict.Monitored(policy, reason));
            }
        }
        return refusals;
    }

    private List<SecurityPolicy> limits() {
        List<SecurityPolicy> limits = new ArrayList<>();
        addLimits(reach.enabled(), limits);
        addLimits(reach.monitored(), limits);
        return limits;
    }

    private static void addLimits(List<SecurityPolicy> policies, List<SecurityPolicy> limits) {
        for (SecurityPolicy policy : policies) {
            if (policy.guards().rateLimit() != null) {
                limits.add(policy);
            }
        }
    }

    Granting granting(Permission permission, @Nullable Resource resource) {
        RoleState role = allowing(permission, reach.roles());
        if (role == null && known instanceof KnownPerson) {
            role = reserving(permission, reach.roles());
        }
        if (role == null) {
            role = allowing(permission, reach.granted(resource));
        }
        if (role != null) {
            return new Granting(role, null);
        }
        return new Granting(
                null,
                allowing(permission, reach.grantedForSome()) != null
                        ? DenyReason.RESOURCE_NOT_GRANTED
                        : DenyReason.PERMISSION_NOT_GRANTED);
    }

    private static @Nullable RoleState allowing(Permission permission, List<RoleState> roles) {
        for (RoleState role : roles) {
            if (role.permissions().allows(permission)) {
                return role;
            }
        }
        return null;
    }

    /** What only owners may hold, people have by a group, and in no other way. */
    private static @Nullable RoleState reserving(Permission permission, List<RoleState> roles) {
        for (RoleState role : roles) {
            if (role.reserved().contains(permission)) {
                return role;
            }
        }
        return null;
    }

    private List<EntityVersion> entities(@Nullable FoundRoute found) {
        Set<EntityVersion> entities = reach.entities();
        if (found != null) {
            entities.add(found.api().entityVersion());
        }
        return List.copyOf(entities);
    }
}
