package io.keyledger.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.routeuse.RouteUsages.LastUseOfRoute;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API as it is, or was at a moment.
 *
 * @param lastUsed when a request was last let through by a route of it, also one that was removed;
 *     null if never, and in the past, since uses are counted up to now alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiView(
        UUID id,
        String name,
        String workspace,
        String description,
        List<String> hosts,
        long routeCount,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable LastUseOfRoute lastUsed) {

    ApiView {
        hosts = List.copyOf(hosts);
    }

    ApiView used(@Nullable LastUseOfRoute last) {
        return new ApiView(
                id,
                name,
                workspace,
                description,
                hosts,
                routeCount,
                version,
                createdAt,
                updatedAt,
                last);
    }
}
