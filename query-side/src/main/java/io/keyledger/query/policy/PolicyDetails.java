package io.keyledger.query.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.keyledger.query.current.Member;
import io.keyledger.query.current.Named;

import java.util.List;

/**
 * A security policy with what it is attached to.
 *
 * @param serviceUsers the first 50 that it is attached to themselves; the list goes on at {@code
 *     …/service-users}
 */
record PolicyDetails(
        @JsonUnwrapped PolicyView policy,
        List<Named> groups,
        List<Member> serviceUsers,
        long serviceUserCount) {

    PolicyDetails {
        groups = List.copyOf(groups);
        serviceUsers = List.copyOf(serviceUsers);
    }
}
