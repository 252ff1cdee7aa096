package io.keyledger.query.permissions;

import io.keyledger.query.current.Named;
import io.keyledger.shared.policy.PolicyGuards;

import java.util.UUID;

/**
 * A security policy that reaches a service user, by itself or by groups.
 *
 * @param state {@code enabled}, or {@code monitoring}: then its guards refuse nothing
 */
record ReachingPolicy(Named policy, String state, PolicyGuards guards) {

    static ReachingPolicy of(UUID id, String name, String state, PolicyGuards guards) {
        return new ReachingPolicy(new Named(id, name), state, guards);
    }
}
