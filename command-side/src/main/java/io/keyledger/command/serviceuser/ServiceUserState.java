package io.keyledger.command.serviceuser;

import io.keyledger.shared.event.ServiceUserDetails;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service user as its own events tell. */
sealed interface ServiceUserState {

    /** Not created, or deleted. */
    record Absent() implements ServiceUserState {}

    /** A service user that is there; keys by id. */
    record Present(
            ServiceUserDetails details,
            boolean enabled,
            List<UUID> groups,
            List<UUID> roles,
            List<UUID> policies,
            Map<String, ApiKey> keys)
            implements ServiceUserState {}

    /** A key that is there. */
    record ApiKey(String name, boolean enabled) {}
}
