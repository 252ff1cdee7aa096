package io.keyledger.query.usergroup;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A user group as it is, or was at a moment.
 *
 * @param memberCount service users and people together; null, as are both, if they are not counted
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long memberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long serviceUserCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long personCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    UserGroupView {
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
    }
}
