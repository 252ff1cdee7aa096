package io.keyledger.query.role;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A role as it is, or was at a moment. */
record RoleView(
        UUID id,
        String name,
        String workspace,
        String description,
        List<String> permissions,
        boolean builtIn,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    RoleView {
        permissions = List.copyOf(permissions);
    }
}
