package io.keyledger.query.policy;

import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.ResourceScope;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A security policy as it is, or was at a moment. */
record PolicyView(
        UUID id,
        String name,
        String workspace,
        String description,
        String state,
        List<Grant> grants,
        PolicyGuards guards,
        boolean builtIn,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    PolicyView {
        grants = List.copyOf(grants);
    }

    /** A role that it grants, for all resources or only for some. */
    record Grant(UUID role, @Nullable ResourceScope resources) {}
}
