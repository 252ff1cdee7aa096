package io.keyledger.query.reach;

import io.keyledger.shared.policy.ResourceScope;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * By which a role comes to somebody.
 *
 * @param policy that grants it, which is enabled
 * @param resources the only ones that the policy grants it for; null for all
 */
record Way(
        @Nullable UUID group, @Nullable UUID policy, UUID role, @Nullable ResourceScope resources) {

    /** Whether what it gives is given for all that the other one gives it for, as far as known. */
    boolean isAsWideAs(Way other) {
        return resources == null || resources.equals(other.resources);
    }
}
