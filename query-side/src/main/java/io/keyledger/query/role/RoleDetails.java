package io.keyledger.query.role;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.keyledger.query.current.Member;
import io.keyledger.query.current.Named;

import java.util.List;

/**
 * A role with who has it.
 *
 * @param policies that grant it, in whatever state
 * @param serviceUsers the first 50 who have it themselves; the list goes on at {@code
 *     …/service-users}
 */
record RoleDetails(
        @JsonUnwrapped RoleView role,
        List<Named> groups,
        List<Named> policies,
        List<Member> serviceUsers,
        long serviceUserCount) {

    RoleDetails {
        groups = List.copyOf(groups);
        policies = List.copyOf(policies);
        serviceUsers = List.copyOf(serviceUsers);
    }
}
