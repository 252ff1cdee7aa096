package io.keyledger.query.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API as it is, or was at a moment. */
record ApiView(
        UUID id,
        String name,
        String workspace,
        String description,
        List<String> hosts,
        long routeCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    ApiView {
        hosts = List.copyOf(hosts);
    }
}
