package io.keyledger.access.decision;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * What a use of a key would be answered, and every condition that this depends on, also those that
 * a decision does not come to since an earlier one has refused the use.
 *
 * @param verdict the decision, but for rate limits
 * @param key why the key cannot be used, or null
 * @param serviceUser why its service user can use none, or null
 * @param policies those that reach it and are not switched off
 * @param route that the request leads to, if it is one
 * @param routing why it leads to none, or null
 * @param permission what was asked for, or what the route requires
 * @param granting why that is not held, or null
 * @param ways all ways by which it is held
 */
public record Explanation(
        Verdict verdict,
        @Nullable DenyReason key,
        @Nullable DenyReason serviceUser,
        List<Guarding> policies,
        @Nullable FoundRoute route,
        @Nullable DenyReason routing,
        @Nullable Permission permission,
        @Nullable DenyReason granting,
        List<Way> ways) {

    public Explanation {
        policies = List.copyOf(policies);
        ways = List.copyOf(ways);
    }

    /** A policy and its guards, but for a rate limit, which counts. */
    public record Guarding(SecurityPolicy policy, List<Condition> conditions) {}

    /** A guard, by the refusal that it would give, and whether it holds. */
    public record Condition(DenyReason refusal, boolean holds) {}

    /** By which a permission is held: a role, and the group and policy that it comes by. */
    public record Way(@Nullable UUID group, @Nullable UUID policy, UUID role) {}
}
