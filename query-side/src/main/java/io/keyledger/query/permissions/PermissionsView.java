package io.keyledger.query.permissions;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a service user or a person may do at a moment, or what a group, policy or role lets do.
 *
 * @param position the ledger position that was the last one then
 * @param inactive why it may do nothing, if so: not-created, disabled, monitoring, deleted,
 *     expired, or left: a person who is in no group of the workspace any more
 * @param policies security policies that reach it, whose guards every use must pass; of a policy,
 *     it itself
 * @param parked true while an event of it could not be applied, so that this may be out of date
 */
record PermissionsView(
        Instant at,
        long position,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String inactive,
        List<EffectivePermission> items,
        List<ReachingPolicy> policies,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean parked) {

    PermissionsView {
        items = List.copyOf(items);
        policies = List.copyOf(policies);
    }
}
