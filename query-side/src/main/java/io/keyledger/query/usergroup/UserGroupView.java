package io.keyledger.query.usergroup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A user group as it is, or was at a moment.
 *
 * @param memberCount service users and people together
 * @param personCount who they are is told by the list of people
 */
record UserGroupView(
        UUID id,
        String name,
        String workspace,
        String description,
        List<UUID> roles,
        List<UUID> policies,
        boolean builtIn,
        long memberCount,
        long serviceUserCount,
        long personCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    UserGroupView {
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
    }
}
