package io.keyledger.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.routeuse.LastUseOfRoute;
import io.keyledger.query.routeuse.LastUses;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API as it is, or was at a moment.
 *
 * @param lastUsed when a request was last let through by a route of it, also one that was removed
 * @param neverUsed true if none ever was; neither is there in the past, nor while uses are still
 *     being counted after an upgrade
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
        @Nullable LastUseOfRoute lastUsed,
        @Nullable Boolean neverUsed) {

    ApiView {
        hosts = List.copyOf(hosts);
    }

    ApiView used(LastUses uses) {
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
                uses.last(id),
                uses.never(id));
    }
}
